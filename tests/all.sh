#!/bin/bash
# Every group of tests, on every binding, and one closing line over all of them.
#
# A group is a command whose output has lines "N passed, N failed" or cargo's own closing lines; a
# command that fails without counting counts as one failure. Nothing is skipped: what cannot run
# fails.
set -uo pipefail
shopt -s extglob
cd "$(dirname "$0")/.." || exit 1

export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}"
made="$CARGO_TARGET_DIR/tests"
library="$CARGO_TARGET_DIR/debug"
passed=0
failed=0
summary=""

group() { # name, command...
    local name="$1" log counts p f code=0
    shift
    log="$made/$name.log"
    printf '\n== %s\n' "$name"
    "$@" >"$log" 2>&1 || code=$?
    counts=$(sed -nE 's/^([0-9]+) passed, ([0-9]+) failed.*$/\1 \2/p;
        s/^test result: [A-Za-z]+\. ([0-9]+) passed; ([0-9]+) failed.*$/\1 \2/p' "$log")
    p=$(awk '{ n += $1 } END { print n + 0 }' <<<"$counts")
    f=$(awk '{ n += $2 } END { print n + 0 }' <<<"$counts")
    if [ "$code" -ne 0 ] && [ "$f" -eq 0 ]; then f=1; fi
    if [ "$code" -eq 0 ] && [ $((p + f)) -eq 0 ]; then p=1; fi
    if [ "$f" -gt 0 ]; then grep -vE '^(ok|test .* ok$)' "$log" | tail -n 200; fi
    passed=$((passed + p))
    failed=$((failed + f))
    summary+=$(printf '%-28s %6d passed %4d failed' "$name" "$p" "$f")$'\n'
    printf '%s passed here, %s failed\n' "$p" "$f"
}

compile() { # output, compiler, flags and sources...
    local output="$1"
    shift
    "$@" -Iinclude -Ibindings/cpp -o "$made/$output" \
        -L"$library" -Wl,-rpath,"$library" -lpostbud -lcjson -lpthread
}

# The newest C# that mcs knows; the binding is held to 7.3. The tests get the JSON reader too, since
# the assembly keeps it to itself.
compile_csharp() {
    local compiler="mcs -langversion:7.2 -warn:4 -warnaserror" tests=tests/csharp
    local binding="-reference:$made/PostbudNet.dll" json=bindings/csharp/Json.cs
    $compiler -target:library -out:"$made/PostbudNet.dll" -doc:"$made/PostbudNet.xml" \
        bindings/csharp/!(QuickStart).cs bindings/csharp/Verbs/*.cs &&
        $compiler $binding -out:"$made/quickstart.exe" bindings/csharp/QuickStart.cs &&
        $compiler $binding -out:"$made/journey.exe" $tests/{Journey,Verbs,JsonText}.cs $json &&
        $compiler $binding -out:"$made/abuse.exe" $tests/!(Journey).cs $json
}

# Cargo names its fresh library in deps/ and copies it up only on `cargo build`.
mkdir -p "$made"
tests/need.sh g++ libcjson-dev valgrind python3 python3-jsonschema binutils mono-mcs mono-runtime \
    libmono-system-runtime-serialization4.0-cil || exit 1
cargo build --locked || exit 1
# Programs look for the library by its soname, as they would for an installed one.
ln -sf libpostbud.so "$library/libpostbud.so.1"

c99="cc -std=c99 -Wall -Wextra -Werror -pedantic -g"
cpp11="c++ -std=c++11 -Wall -Wextra -Werror -pedantic -g"
memory="valgrind --quiet --leak-check=full --errors-for-leak-kinds=definite,indirect \
    --error-exitcode=9 --fair-sched=yes"
mono="env LD_LIBRARY_PATH=$library mono"

group format cargo fmt --check
group clippy cargo clippy --locked --all-targets -- -D warnings
group rust cargo test --locked --no-fail-fast
group c-compiles compile journey-c $c99 tests/c/journey.c
group cpp-compiles compile journey-cpp $cpp11 tests/cpp/journey.cpp
group abuse-compiles compile abuse $c99 tests/c/abuse.c
group quickstart-compiles compile quickstart $c99 bindings/c/quickstart.c
group csharp-compiles compile_csharp
group journeys-c "$made/journey-c" tests/journeys/*.json
group journeys-cpp "$made/journey-cpp" tests/journeys/*.json
group journeys-python python3 tests/python/journey.py --library "$library/libpostbud.so" \
    --schema include/postbud.schema.json \
    tests/journeys/*.json
group journeys-csharp $mono "$made/journey.exe" tests/journeys/*.json
group abuse-c "$made/abuse"
group abuse-python python3 tests/python/abuse.py --library "$library/libpostbud.so"
group abuse-csharp $mono "$made/abuse.exe"
rm -rf "$made/demo" && mkdir -p "$made/demo"
group quickstart "$made/quickstart" bindings/c/quickstart.json "$made/demo"
group quickstart-csharp $mono "$made/quickstart.exe"
group examples tests/examples.sh "$library"
group memory-journeys $memory "$made/journey-c" tests/journeys/*.json
group memory-abuse $memory "$made/abuse"

printf '\n%s\n%d passed, %d failed\n' "$summary" "$passed" "$failed"
[ "$failed" -eq 0 ]

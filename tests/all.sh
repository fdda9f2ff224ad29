#!/bin/bash
# Every group of tests, on every binding, and one closing line over all of them.
#
# A group is a command whose output has lines "N passed, N failed" or cargo's own closing lines; a
# group that counts nothing, or a test program without a test, is a failure. A step is a command
# that only has to end well. What a test skips it tells in a line "skipped: what: why"; it does not
# count as passed, and the line stands in the summary. With CI set nothing is skipped.
set -uo pipefail
shopt -s extglob
cd "$(dirname "$0")/.." || exit 1

export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}"
made="$CARGO_TARGET_DIR/tests"
library="$CARGO_TARGET_DIR/debug"
passed=0
failed=0
summary=""
skipped=""

# Where the whole suite is played at another moment (faketime MOMENT make test), the programs of the
# tests live there and the compilers do not: they would wait for ever on a shifted clock.
cargo() {
    if [ -z "${FAKETIME:-}" ]; then
        command cargo "$@"
        return
    fi
    local shift_clock="['env', 'LD_PRELOAD=${LD_PRELOAD:-}', 'FAKETIME=$FAKETIME',
        'FAKETIME_DONT_FAKE_MONOTONIC=1']"
    env -u LD_PRELOAD -u FAKETIME -u FAKETIME_SHARED \
        cargo --config "target.'cfg(unix)'.runner = $shift_clock" "$@"
}

group() { # name, command...
    local name="$1" log counts p f s empty code=0
    shift
    log="$made/$name.log"
    printf '\n== %s\n' "$name"
    "$@" >"$log" 2>&1 || code=$?
    counts=$(sed -nE 's/^([0-9]+) passed, ([0-9]+) failed.*$/\1 \2/p;
        s/^test result: [A-Za-z]+\. ([0-9]+) passed; ([0-9]+) failed.*$/\1 \2/p' "$log")
    p=$(awk '{ n += $1 } END { print n + 0 }' <<<"$counts")
    f=$(awk '{ n += $2 } END { print n + 0 }' <<<"$counts")
    empty=$(awk '/^ *(Running|Doc-tests) / { program = $0 }
        /^running 0 tests$/ && program !~ /Doc-tests/ { print "without a test:" program }' "$log")
    if [ "$code" -eq 0 ] && [ $((p + f)) -eq 0 ]; then empty="nothing was counted"; fi
    if [ -n "$empty" ]; then f=$((f + $(wc -l <<<"$empty"))); fi
    if [ "$code" -ne 0 ] && [ "$f" -eq 0 ]; then f=1; fi
    s=$(grep -ac '^skipped: ' "$log")
    skipped+=$(grep -a '^skipped: ' "$log" | sort -u)$'\n'
    if [ "$f" -gt 0 ]; then grep -avE '^(ok|test .* ok$)' "$log" | tail -n 200; fi
    if [ -n "$empty" ]; then printf '%s\n' "$empty"; fi
    tell "$name" $((p - s)) "$f" "$s"
}

step() { # name, command...
    local name="$1" log
    shift
    log="$made/$name.log"
    printf '\n== %s\n' "$name"
    if "$@" >"$log" 2>&1; then tell "$name" 1 0 0; else tail -n 200 "$log"; tell "$name" 0 1 0; fi
}

tell() { # name, passed, failed, skipped
    passed=$((passed + $2))
    failed=$((failed + $3))
    summary+=$(printf '%-28s %6d passed %4d failed' "$1" "$2" "$3")
    if [ "$4" -gt 0 ]; then summary+=$(printf ' %4d skipped' "$4"); fi
    summary+=$'\n'
    printf '%s passed here, %s failed\n' "$2" "$3"
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

# A runner that lets a call without a time pass would let the suite depend on the day again.
refuses() { # runner...
    local script=tests/journeys/refused/without-a-time.json said calls
    if said=$("$@" "$script"); then return 1; fi
    printf '%s\n' "$said"
    calls=$(grep -c '"verb"' "$script")
    [ "$(grep -cE '^    the call has (no time:|a time, and)' <<<"$said")" -eq "$calls" ] &&
        [ "$(tail -n 1 <<<"$said")" = "0 passed, $calls failed" ]
}

# Moments at which a suite that knows the day breaks, in UTC: years ahead; a second before midnight
# in Oslo at a month's end, so that the day changes meanwhile; and half an hour after, when it is
# still yesterday, and last month, in UTC.
moments=("2031-07-01 12:00:00" "2026-11-30 22:59:59" "2027-07-31 22:30:00")

# Waiting and measuring go on as ever: only the time of day is another.
at() { # moment, command...
    local moment="$1"
    shift
    TZ=UTC FAKETIME_DONT_FAKE_MONOTONIC=1 faketime -f "@$moment" "$@"
}

# The tests that judge or decide, but for the counting of every rule's steps, which takes long and
# asks no clock. Cargo stays at the machine's own time, since it compares that with the times of files.
rust_at() { # moment
    local listed name its tests="" code=0
    listed=$(cargo test --locked --test all -- --list) || return 1
    for name in anew attachments bad_input built clock conflicts decide decide_over_time \
        difference finished golden outbox references refused; do
        its=$(sed -n "s/^\($name::.*\): test$/\1/p" <<<"$listed")
        [ -n "$its" ] || { echo "no test is in $name" && return 1; }
        tests+=" $its"
    done
    played_at "$1" --lib -- --skip takes_steps_in_proportion || code=1
    played_at "$1" --test all -- --exact $tests || code=1
    return "$code"
}

played_at() { # moment, arguments of cargo test...
    local moment="$1"
    shift
    TZ=UTC FAKETIME_DONT_FAKE_MONOTONIC=1 cargo \
        --config "target.'cfg(unix)'.runner = ['faketime', '-f', '@$moment']" \
        test --locked --no-fail-fast "$@"
}

# Cargo names its fresh library in deps/ and copies it up only on `cargo build`.
mkdir -p "$made"
tests/need.sh g++ libcjson-dev valgrind python3 python3-jsonschema binutils mono-mcs mono-runtime \
    libmono-system-runtime-serialization4.0-cil faketime || exit 1
cargo build --locked || exit 1
# Programs look for the library by its soname, as they would for an installed one.
ln -sf libpostbud.so "$library/libpostbud.so.1"

c99="cc -std=c99 -Wall -Wextra -Werror -pedantic -g"
cpp11="c++ -std=c++11 -Wall -Wextra -Werror -pedantic -g"
# valgrind stays at the machine's own time, also where the whole suite is played at another.
memory="env -u LD_PRELOAD valgrind --quiet --leak-check=full --errors-for-leak-kinds=definite,indirect \
    --error-exitcode=9 --fair-sched=yes"
mono="env LD_LIBRARY_PATH=$library mono"
python="python3 tests/python/journey.py --library $library/libpostbud.so \
    --schema include/postbud.schema.json"

step format cargo fmt --check
step clippy cargo clippy --locked --all-targets -- -D warnings
group rust cargo test --locked --no-fail-fast
step c-compiles compile journey-c $c99 tests/c/journey.c
step cpp-compiles compile journey-cpp $cpp11 tests/cpp/journey.cpp
step abuse-compiles compile abuse $c99 tests/c/abuse.c
step quickstart-compiles compile quickstart $c99 bindings/c/quickstart.c
step csharp-compiles compile_csharp
group journeys-c "$made/journey-c" tests/journeys/*.json
group journeys-cpp "$made/journey-cpp" tests/journeys/*.json
group journeys-python $python tests/journeys/*.json
group journeys-csharp $mono "$made/journey.exe" tests/journeys/*.json
step untimed-c refuses "$made/journey-c"
step untimed-cpp refuses "$made/journey-cpp"
step untimed-python refuses $python
step untimed-csharp refuses $mono "$made/journey.exe"
for moment in "${moments[@]}"; do
    group "at-${moment// /-}-c" at "$moment" "$made/journey-c" tests/journeys/*.json
    group "at-${moment// /-}-rust" rust_at "$moment"
done
group abuse-c "$made/abuse"
group abuse-python python3 tests/python/abuse.py --library "$library/libpostbud.so"
group abuse-csharp $mono "$made/abuse.exe"
rm -rf "$made/demo" && mkdir -p "$made/demo"
step quickstart "$made/quickstart" bindings/c/quickstart.json "$made/demo"
step quickstart-csharp $mono "$made/quickstart.exe"
group examples tests/examples.sh "$library"
group memory-journeys $memory "$made/journey-c" tests/journeys/*.json
group memory-abuse $memory "$made/abuse"

printf '\n%s%s\n' "$summary" "$(sort -u <<<"$skipped")"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]

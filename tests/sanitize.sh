#!/bin/bash
# The hammer and the journeys under AddressSanitizer and valgrind, on a sample: slow, and for faults
# of memory that no reply shows. Called by `make sanitize`; SAMPLE says how many calls.
#
# AddressSanitizer sees our code and every use of the heap; it needs RUSTC_BOOTSTRAP, because stable
# Rust hides the flag. The library takes the sanitizer's functions from the program that loads it,
# so the program has to show them (-rdynamic).
set -euo pipefail
cd "$(dirname "$0")/.."

target="${CARGO_TARGET_DIR:-$PWD/target}"
sample="${SAMPLE:-40000}"
machine=$(rustc -vV | sed -n 's/^host: //p')
tests/need.sh libcjson-dev valgrind

printf '\n== AddressSanitizer: hammer, full disk, clock\n'
asan() { # arguments of cargo test
    RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Zsanitizer=address -Clink-arg=-rdynamic" \
        CARGO_TARGET_DIR="$target/asan" ASAN_OPTIONS=detect_leaks=1:abort_on_error=1 \
        cargo test --locked --target "$machine" "$@"
}
HAMMER_CALLS="$sample" HAMMER_PATIENCE=600 asan --test hammer -- --nocapture
asan --test all -- clock:: outbox::
asan --test disk

printf '\n== AddressSanitizer: journeys and abuse in C\n'
# A C program has the sanitizer of its own compiler, so the library is looked at from outside: its
# static form without the flag, and every byte that passes the border.
library="$target/debug"
cargo build --locked
ln -sf libpostbud.so "$library/libpostbud.so.1"
made="$target/tests"
mkdir -p "$made"
for program in journey abuse; do
    cc -std=c99 -g -fsanitize=address,undefined -fno-sanitize-recover=all -Iinclude \
        -o "$made/$program-asan" "tests/c/$program.c" \
        -L"$library" -Wl,-rpath,"$library" -lpostbud -lcjson -lpthread
done
"$made/journey-asan" tests/journeys/*.json | tail -n 1
"$made/abuse-asan" | tail -n 1

printf '\n== valgrind: journeys in C, and the hammer\n'
memory="valgrind --quiet --leak-check=full --errors-for-leak-kinds=definite,indirect \
    --show-leak-kinds=definite,indirect \
    --error-exitcode=9 --fair-sched=yes --trace-children=yes"
cc -std=c99 -g -Iinclude -o "$made/journey-c" tests/c/journey.c \
    -L"$library" -Wl,-rpath,"$library" -lpostbud -lcjson -lpthread
$memory "$made/journey-c" tests/journeys/*.json | tail -n 1
hammer=$(cargo test --locked --test hammer --no-run 2>&1 | sed -n 's/.*(\(.*hammer-[0-9a-f]*\)).*/\1/p')
HAMMER_CALLS=$((sample / 20)) HAMMER_PATIENCE=600 $memory "$hammer" --nocapture

printf '\nno fault of memory found\n'

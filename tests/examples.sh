#!/bin/bash
# Runs the examples as their first lines say, and compares what they print with examples/README.md.
#
#   examples.sh LIBRARY      LIBRARY is the folder with libpostbud.so and libpostbud.so.1
#
# The lines are taken from the programs themselves, and must stand in the README as they are. They
# are run in a folder where target/release is the library that is tested.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
library=$(cd "$1" && pwd) || exit 1
root=$PWD
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/target"
ln -s "$root/include" "$root/bindings" "$root/examples" "$place/"
ln -s "$library" "$place/target/release"
passed=0
failed=0

# The commands of a program: the lines of its first comment that begin with a dollar sign.
commands() {
    sed -n 's/^[ /*#]*\$ //p' "$1"
}

# What the README says a program prints: the first block of text behind the link to it.
promised() {
    awk -v link="]($1)" 'index($0, link) { near = 1 }
        near && /^```$/ { exit }
        within { print }
        near && /^```text$/ { within = 1 }' examples/README.md
}

# Whether line by line what was printed is what was promised; … is any text.
alike() { # promised, printed
    [ -n "$1" ] && [ "$(wc -l <<<"$1")" = "$(wc -l <<<"$2")" ] || return 1
    paste -d '\n' <(echo "$1") <(echo "$2") | while IFS= read -r pattern && IFS= read -r line; do
        pattern=$(sed 's/[][\\*?]/\\&/g; s/…/*/g' <<<"$pattern")
        # shellcheck disable=SC2053 # the pattern is one
        [[ $line == $pattern ]] || exit 1
    done
}

why() { # file; prints what is wrong with it
    local file="$1" lines printed code=0
    lines=$(commands "$file")
    [ -n "$lines" ] || { echo "it does not say how it is run" && return; }
    while IFS= read -r line; do
        grep -qxF "    $line" examples/README.md || echo "not in the README: $line"
    done <<<"$lines"
    [ "$(wc -l <"$file")" -le 60 ] || echo "it is longer than 60 lines"
    printed=$(cd "$place" && bash -e <<<"$lines" 2>&1) || code=$?
    [ "$code" = 0 ] || echo "it ended with $code"
    alike "$(promised "${file#examples/}")" "$printed" || printf 'it printed:\n%s\n' "$printed"
}

for file in examples/*/*.{c,cpp,py,cs}; do
    wrong=$(why "$file")
    if [ -z "$wrong" ]; then
        passed=$((passed + 1))
        echo "ok - $file"
    else
        failed=$((failed + 1))
        printf 'not ok - %s\n%s\n' "$file" "$wrong"
    fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]

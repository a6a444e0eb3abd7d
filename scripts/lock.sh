#!/bin/sh
# Rewrites requirements/*.txt: one set of versions for every platform and for Python 3.11 to 3.14, each file pinned by
# hash and free of addresses.
#
#   dev         what `make` uses: the newest versions that fit each other; `generate` and `sdk` are parts of it
#   lowest      the oldest versions that sdkwright and its SDKs say they work with, and the tools of `dev`
#   highest     the newest ones, where no tool but those that run the tests holds anything back
set -eu
cd "$(dirname "$0")/../requirements"
tools=$(mktemp)
trap 'rm -f "$tools"' EXIT
solve() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
        --no-annotate "$@"
}
solve --upgrade ../pyproject.toml --extra docs --extra publish --extra watch build.in sdk.in dev.in --output-file dev.txt
solve ../pyproject.toml build.in --constraint dev.txt --output-file generate.txt
solve sdk.in build.in --constraint dev.txt --output-file sdk.txt
solve --upgrade ../pyproject.toml --extra docs --extra publish --extra watch build.in sdk.in test.in --output-file highest.txt
for name in $(sed -n 's/^\([a-z][a-z0-9-]*\).*/\1/p' test.in dev.in); do
    sed -n "s/^\($name==[^ ]*\).*/\1/p" dev.txt
done >"$tools"
solve --upgrade --resolution lowest-direct ../pyproject.toml --extra publish --extra watch build.in lowest.in dev.in \
    --constraint "$tools" --output-file lowest.txt

#!/bin/sh
# Rewrites requirements/*.txt: one set of versions for every platform and for Python 3.11 to 3.14, each file pinned by
# hash and free of addresses.  `dev` is solved first; the other two are parts of it.
set -eu
cd "$(dirname "$0")/.."
solve() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
        --no-annotate "$@"
}
solve --upgrade pyproject.toml --extra publish requirements/build.in requirements/sdk.in requirements/dev.in \
    --output-file requirements/dev.txt
solve pyproject.toml requirements/build.in --constraint requirements/dev.txt --output-file requirements/generate.txt
solve requirements/sdk.in requirements/build.in --constraint requirements/dev.txt --output-file requirements/sdk.txt

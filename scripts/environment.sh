#!/bin/sh
# Makes or updates a virtual environment with exactly the packages of one lock file, and this project in it.
#
#   environment.sh FOLDER LOCK        such as: environment.sh .venv requirements/dev.txt
#
# PYTHON names the interpreter; without it the first one found that is new enough is taken.  pip keeps its own
# settings (index, certificates, proxies); what it installs is pinned by hash, so they cannot change the result.
set -eu
folder=$1
lock=$2
installed=$folder/installed-$(basename "$lock")

usable() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if usable "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    {
        echo "Missing: Python 3.11 or newer with the modules 'venv' and 'ensurepip' (tried: ${PYTHON:-python3, python3.11 to 3.14})."
        echo "Install it (Debian and Ubuntu: the packages python3 and python3-venv) or name one: make PYTHON=/path/to/python3.12"
    } >&2
    exit 1
}

if [ -f "$installed" ] && ! cmp -s "$lock" "$installed"; then
    rm -rf "$folder"    # another lock: a clean start, so that nothing the lock does not name stays behind
fi
if [ ! -x "$folder/bin/python" ]; then
    python=$(find_python)
    echo "Making $folder with $("$python" --version), packages of $lock"
    "$python" -m venv --clear "$folder"
fi
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
if [ ! -f "$installed" ]; then
    "$folder/bin/python" -m pip install -qq --require-hashes -r "$lock"
fi
"$folder/bin/python" -m pip install -qq --no-build-isolation --no-deps --editable .
cp "$lock" "$installed"

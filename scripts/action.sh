#!/usr/bin/env bash
# The action of this repository: installs the sdkwright beside this script, with the packages of its lock file, and runs
# $COMMAND with the lines of $ARGUMENTS in the working folder.  The runner sets the other variables.
set -euo pipefail
folder=$RUNNER_TEMP/sdkwright
(
    cd "$(dirname "$0")/.."
    PYTHON=${PYTHON:-python} scripts/environment.sh "$folder" "requirements/${LOCK:-generate}.txt"
)
echo "$folder/bin" >>"$GITHUB_PATH"
[ -n "$COMMAND" ] || exit 0
arguments=()
while IFS= read -r line; do
    [ -z "$line" ] || arguments+=("$line")
done <<<"$ARGUMENTS"
case " ${arguments[*]-} " in
    *" --format"*) ;;
    *) arguments+=(--format github) ;;
esac
"$folder/bin/sdkwright" "$COMMAND" "${arguments[@]}"

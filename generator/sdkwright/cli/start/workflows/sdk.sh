#!/usr/bin/env bash
# What the workflows of the SDK run, for you to type as well: bash .github/sdk.sh check
#
#   install      sdkwright, in the version that the options ask for (`sdkwright.requires`)
#   fetch        the document from $DOCUMENT_URL, if that is set
#   check        say whether the SDK is what the document makes, and whether callers break since $BASE
#                (ALLOW_BREAKING=true: they may)
#   regenerate   what the document makes now, as a branch and a pull request with the notes
#   build        try what the tag $TAG publishes, and leave it in dist/
set -euo pipefail
cd "$(dirname "$0")/.."
spec=@spec@
config=@config@
out=@out@
files=(--spec "$spec" --config "$config" --out "$out")
branch=sdkwright/regenerate
author=(-c "user.name=github-actions[bot]" -c "user.email=41898282+github-actions[bot]@users.noreply.github.com")

install() {
    local range
    range=$(sed -nE "s/^ +requires: *[\"']?([^\"'#]*)[\"']?.*/\1/p" "$config" | head -n 1)
    python -m pip install --quiet --disable-pip-version-check "sdkwright[publish]$range"
}

fetch() {
    [ -n "${DOCUMENT_URL:-}" ] || return 0
    trap 'rm -f "$spec.new"' EXIT
    curl --fail --silent --show-error --location --proto-redir '=https' --max-time 300 --output "$spec.new" -- "$DOCUMENT_URL"
    sdkwright validate --spec "$spec.new" --config "$config"
    mv "$spec.new" "$spec"
}

check() {
    local more=()
    [ -z "${BASE:-}" ] || more+=(--against "$BASE")
    [ "${ALLOW_BREAKING:-}" = true ] || more+=(--fail-on breaking)
    sdkwright check "${files[@]}" --format github "${more[@]}"
}

regenerate() {
    local base before notes title="Regenerate the SDK" labels=()
    base=$(git branch --show-current)
    before=$(git rev-parse HEAD)
    notes=$(mktemp)
    fetch
    sdkwright diff "${files[@]}" --format markdown >"$notes"
    sdkwright generate "${files[@]}"
    git add -- "$spec" "$out"
    if git diff --cached --quiet; then
        echo "The SDK is what the document makes."
        return
    fi
    git switch --quiet --force-create "$branch"
    git "${author[@]}" commit --quiet --message "$title"
    sdkwright check "${files[@]}" --against "$before" --fail-on breaking || labels=(breaking)
    if git fetch --quiet origin "$branch" 2>/dev/null && git diff --quiet FETCH_HEAD HEAD; then
        echo "The pull request has it already."
        return
    fi
    git push --quiet --force origin "$branch"
    gh label create breaking --force --color B60205 --description "Callers of the SDK break"
    if [ "$(gh pr list --head "$branch" --state open --json number --jq length)" = 0 ]; then
        gh pr create --head "$branch" --base "$base" --title "$title" --body-file "$notes" ${labels:+--label "${labels[@]}"}
    elif [ ${#labels[@]} -gt 0 ]; then
        gh pr edit "$branch" --title "$title" --body-file "$notes" --add-label breaking
    else
        gh pr edit "$branch" --title "$title" --body-file "$notes" --remove-label breaking
    fi
}

build() {
    local version
    version=$(sed -nE 's/^version = "(.*)"$/\1/p' "$out/pyproject.toml" | head -n 1)
    if [ "$TAG" != "v$version" ]; then
        echo "::error::The tag is $TAG, and the version of the SDK is $version: push the tag v$version, or release again."
        exit 1
    fi
    sdkwright publish "${files[@]}" --dry-run --dist dist
}

case ${1:-} in
    install | fetch | check | regenerate | build) "$1" ;;
    *) sed -n '2,/^set /{/^set /!p}' "$0" >&2 && exit 2 ;;
esac

#!/usr/bin/env bash
# Reviews what a branch changes: into the summary of the step, as a comment, and as pages in both
# languages. Without a base there is nothing to review.
set -euo pipefail

if [ -z "${BASE:-}" ]; then
    echo 'There is no base, so that nothing is reviewed.'
    echo 'passed=true' >>"$GITHUB_OUTPUT"
    exit
fi

mkdir -p "$OUTPUT"
# The review runs in the folder of the record, its output is named from here.
output="$(cd "$OUTPUT" && pwd)"

review() {
    "$RAPPORTEUR" -C "$FOLDER" review "--base=$BASE" "$@"
}

review --format github-comment -o "$output/comment.md"
review -o "$output/review.html"
review --lang ar -o "$output/review.ar.html"

status=0
review --format github-summary ${FAIL_ON:+"--fail-on=$FAIL_ON"} || status=$?
# 1 is what was found, 2 that nothing could be done.
[ "$status" -le 1 ] || exit "$status"
passed=true
[ "$status" -eq 0 ] || passed=false
echo "passed=$passed" >>"$GITHUB_OUTPUT"

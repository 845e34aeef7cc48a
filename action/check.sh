#!/usr/bin/env bash
# Checks the record: annotations to the log, the rest to the summary of the step. What it fails on
# is told at the end, so that the review runs first.
set -euo pipefail

check() {
    local status=0
    "$RAPPORTEUR" -C "$FOLDER" check --fail-on "$FAIL_ON" ${BASE:+"--base=$BASE"} "$@" || status=$?
    # 1 is what was found, 2 that nothing could be done.
    [ "$status" -le 1 ] || exit "$status"
    return "$status"
}

passed=true
check --format github-annotations || passed=false
check --format github-summary || passed=false
echo "passed=$passed" >>"$GITHUB_OUTPUT"

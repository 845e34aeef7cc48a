#!/usr/bin/env bash
# Fails where the check or the review did.
set -euo pipefail

failed=0
if [ "$CHECK" != true ]; then
    echo 'The check found what it fails on; the annotations and the summary say what.'
    failed=1
fi
if [ "$REVIEW" != true ]; then
    echo 'The review found what it fails on; the summary says what.'
    failed=1
fi
exit "$failed"

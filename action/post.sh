#!/usr/bin/env bash
# Posts a vetted comment to the pull request that a run was for, in the place of the former one.
#
# Which pull request that is, is asked of GitHub by the commit of the run; the run is not believed.
set -euo pipefail

key='<!-- rapporteur:review -->'
api="repos/$GITHUB_REPOSITORY"

case "$HEAD_SHA" in
'' | *[!0-9a-f]*) echo "post: no commit: $(printf %q "$HEAD_SHA")" && exit 2 ;;
esac

number="$(gh api "$api/commits/$HEAD_SHA/pulls" \
    --jq "[.[] | select(.state == \"open\" and .head.sha == \"$HEAD_SHA\")][0].number // empty")"
if [ -z "$number" ]; then
    echo 'No open pull request has this commit at its head; nothing is posted.'
    exit
fi

former="$(gh api --paginate "$api/issues/$number/comments" \
    --jq ".[] | select(.user.login == \"github-actions[bot]\") | select(.body | startswith(\"$key\")) | .id" |
    head -n 1)"
if [ -n "$former" ]; then
    gh api --silent -X PATCH "$api/issues/comments/$former" -F "body=@$COMMENT"
    echo "Updated the comment on #$number."
else
    gh api --silent -X POST "$api/issues/$number/comments" -F "body=@$COMMENT"
    echo "Posted a comment on #$number."
fi

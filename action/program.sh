#!/usr/bin/env bash
# Says which program the next steps run: the one named, or one built from the action's own source.
set -euo pipefail

if [ -n "${PROGRAM:-}" ]; then
    program="$PROGRAM"
else
    # The action's own folder stays as it is, and the checkout is never built.
    target="${RUNNER_TEMP:-/tmp}/rapporteur-build"
    cargo build --release --locked --quiet \
        --manifest-path "$GITHUB_ACTION_PATH/Cargo.toml" --target-dir "$target"
    program="$target/release/rapporteur"
fi
"$program" --version
echo "program=$program" >>"$GITHUB_OUTPUT"

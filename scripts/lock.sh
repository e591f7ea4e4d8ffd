#!/usr/bin/env bash
# Renew the lock and what plain pip installs from it, after a change of the dependencies in pyproject.toml. Needs uv.
# Arguments go to `uv lock`: scripts/lock.sh --upgrade, scripts/lock.sh --upgrade-package ruff
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
uv lock --default-index https://pypi.org/simple "$@"
for set in 'run --no-dev' 'dev --all-groups'; do
  read -r name groups <<<"$set"
  uv export --quiet --locked --default-index https://pypi.org/simple --no-emit-project --no-header "$groups" \
    --output-file "requirements/$name.txt"
done

#!/usr/bin/env bash
# Freeze the program for this system with PyInstaller: one folder, dist/r2p or the one named, that needs no Python.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/scripts/setup.sh"

prepare dev
folder=${1:-$root/dist}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"
"$python" -m PyInstaller --noconfirm --log-level WARN --distpath "$folder" --workpath "$work" packaging/r2p.spec
echo "$folder/r2p/r2p"

#!/bin/sh
# Builds the wheel, installs it into an empty environment elsewhere and traces one article with it.
set -eu
PYTHON="${PYTHON:-python3.11}"
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$PYTHON" -m build --wheel --no-isolation --outdir "$work" "$here" >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
"$PYTHON" -m venv "$work/empty"
"$work/empty/bin/python" -m pip install --quiet --disable-pip-version-check "$work"/asanid-*.whl
cd "$work"
"$work/empty/bin/asanid" trace "$here/examples/articles/agency-copy.txt" --published 2025-03-17 --format jsonl --quiet >out.jsonl
"$PYTHON" - out.jsonl <<'CHECK'
import json, sys
document, claims = map(json.loads, open(sys.argv[1], encoding="utf-8"))
assert document["schema"] == "asanid/1" and document["attributions"] and document["mentions"], "the wheel finds nothing"
assert claims["schema"] == "asanid/1" and isinstance(claims["claims"], list)
CHECK
ls -l "$work"/asanid-*.whl | awk '{printf "wheel: %.1f MB, installed elsewhere, traces one article\n", $5 / 1e6}'

#!/bin/sh
# Write the hashed requirement files anew. No index address reaches them: see docs/decisions.
# The wheel `zhplot` is used for its font file alone, so what it would import is left out.
set -eu
cd "$(dirname "$0")/.."
for name in base dev outside; do
  leave_out="--no-emit-package matplotlib --no-emit-package contourpy --no-emit-package cycler
    --no-emit-package fonttools --no-emit-package kiwisolver --no-emit-package numpy"
  [ "$name" = outside ] && leave_out=""
  [ "$name" = base ] && leave_out="$leave_out --no-emit-package python-dateutil --no-emit-package six
    --no-emit-package pyparsing"
  # shellcheck disable=SC2086
  .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --no-emit-index-url --emit-build-options $leave_out \
    "requirements/$name.in" --output-file "requirements/$name.txt"
done
! grep -n '://' requirements/*.txt

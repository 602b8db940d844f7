#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Trains on three made-up pages, twice: the trainer runs, gives the same model again, and names its features by number.
# Argument: the dump_blocks program. Skipped (77) where XGBoost is not installed.
set -euo pipefail
cd "$(dirname "$0")"
python=${PYTHON:-/usr/bin/python3}
if ! "$python" -c 'import xgboost' 2>/dev/null; then
  echo "skipped: no xgboost for $python (Debian: python3-xgboost)"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" made_up_set.py "$work"
for out in first second; do
  "$python" train_content_model.py --dump "$1" --shared "$work" --set made-up --folds 3 --out "$work/$out.inc"
done
cmp "$work/first.inc" "$work/second.inc"
head -1 "$work/first.inc" | grep -qx 'R"MODEL(0'
grep -qE '^[0-9]+<-?[0-9.e+-]+ ' "$work/first.inc"

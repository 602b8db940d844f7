#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the records of parse_jsonl_test with Python's json module: write_records.py KIND [ascii] > FILE."""
import json
import sys

STORIES = [
    {"id": 1, "headline": "The ferry waits", "meta": {"by": "Jo Lind", "date": "2024-05-03"},
     "body": 'The captain said "later",\tand left.\n\nNobody minded. \U0001F6A2'},
    {"id": 2, "headline": "渡轮等人", "meta": {"by": "林晚", "date": "2024年5月4日"},
     "body": ["船长说：“晚点走。”", "没有人介意。\\"]},
]
PAIRS = [{"key": "a1", "pair": {"en": "The ferry is late.", "zh": "渡轮晚点了。"}},
         {"key": "a2", "pair": {"en": "Nobody minds."}},
         {"key": "a3", "pair": {"en": 'He said "no".', "zh": "他说“不”。"}}]

kind = sys.argv[1]
ascii_only = "ascii" in sys.argv[2:]
if kind == "stories":
    text = "".join(json.dumps(r, ensure_ascii=ascii_only) + "\n" for r in STORIES)
elif kind == "array":
    text = json.dumps(STORIES, ensure_ascii=ascii_only, indent=2)
elif kind == "object":
    text = json.dumps(STORIES[1], ensure_ascii=ascii_only, indent=2)
elif kind == "pairs":
    text = "".join(json.dumps(r, ensure_ascii=ascii_only) + "\n" for r in PAIRS)
sys.stdout.buffer.write(text.encode("utf-8"))

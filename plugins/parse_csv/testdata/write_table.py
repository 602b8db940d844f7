#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the tables of parse_csv_test with Python's csv module: write_table.py KIND > FILE."""
import csv
import io
import sys

STORIES = [
    ("1", "The ferry waits", "Jo Lind", "2024-05-03", 'The captain said "later", and left.\n\nNobody minded.'),
    ("2", "渡轮等人", "林晚", "2024年5月4日", "船长说：“晚点走。”\n没有人介意。"),
    ("3", "Bread, and boats", "Jo Lind; Ann Roe", "", "The bakery closes at nine, or when the bread is gone."),
]
PAIRS = [("a1", "The ferry is late.", "渡轮晚点了。"), ("a2", "Nobody minds.", ""),
         ("a3", 'He said "no".', "他说“不”。")]


def table(dialect, rows, header):
    out = io.StringIO()
    writer = csv.writer(out, **dialect)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


STORY_HEADER = ["id", "headline", "by", "date", "body"]
kind = sys.argv[1]
text = {
    "stories": lambda: table({}, STORIES, STORY_HEADER),
    "tabs": lambda: table({"dialect": "excel-tab"}, STORIES, STORY_HEADER),
    "semicolons": lambda: table({"delimiter": ";", "quoting": csv.QUOTE_ALL}, STORIES, STORY_HEADER),
    "pairs": lambda: table({}, PAIRS, ["key", "English", "中文"]),
}[kind.split(".")[0]]()
encoding = kind.split(".")[1] if "." in kind else "utf-8"
sys.stdout.buffer.write(text.encode(encoding))

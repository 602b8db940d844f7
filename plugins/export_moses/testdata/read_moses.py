# SPDX-License-Identifier: Apache-2.0
"""Prints the pairs of two files, a pair of lines each, sides between bars; fails where one is longer.  read_moses.py FILE FILE

Lines are what Python calls lines, which end at more characters than a line feed.
"""
import sys

first, second = (open(name, encoding="utf-8", newline="").read().splitlines() for name in sys.argv[1:])
if len(first) != len(second):
    sys.exit(f"{len(first)} lines beside {len(second)}")
for pair in zip(first, second):
    print("|".join(pair))

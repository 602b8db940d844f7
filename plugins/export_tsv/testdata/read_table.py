# SPDX-License-Identifier: Apache-2.0
"""Prints the rows that Python's csv module reads in a table, fields between bars.  read_table.py tsv|csv FILE"""
import csv
import sys

kind = {"delimiter": "\t", "quoting": csv.QUOTE_NONE} if sys.argv[1] == "tsv" else {"strict": True}
with open(sys.argv[2], encoding="utf-8-sig", newline="") as table:
    for row in csv.reader(table, **kind):
        print("|".join(row))

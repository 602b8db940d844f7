#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Counts the gold sentence beads that an exported memory got right.

usage: beads.py --gold GOLD.json --corpus DIR [--at-least N] [--misses] MEMORY

MEMORY is what export_tmx wrote (.tmx), or export_jsonl with content="pairs" (.jsonl). GOLD.json names a file below
DIR and its beads, each with a list of byte ranges [begin, end) for either of two languages (see samples/gold).
A bead is right when a pair covers the same bytes of the file on both sides, white space apart. Text that the gold
calls `unaligned` is right when no pair of two sides covers any of it.

Prints: file, beads right of all gold beads, pairs written, unaligned texts left alone. --misses shows every gold
bead that is wrong, with what the memory has instead. With --at-least the exit status is 1 when fewer are right.
"""
import argparse
import json
import os
import sys
import xml.etree.ElementTree as ElementTree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def languages_of(bead):
    return [key for key, value in bead.items() if isinstance(value, list)]


def primary(tag):
    return (tag or "").replace("_", "-").split("-")[0].lower()


def pairs_of_tmx(path):
    """Yields {language: (file, [(begin, end)])} a unit, without holding the memory."""
    for _, unit in ElementTree.iterparse(path):
        if unit.tag != "tu":
            continue
        pair = {}
        for variant in unit.iter("tuv"):
            props = {prop.get("type"): prop.text or "" for prop in variant.iter("prop")}
            ranges = [tuple(map(int, r.split("-"))) for r in props.get("x-source-bytes", "").split()]
            pair[primary(variant.get(XML_LANG))] = (props.get("x-source", ""), ranges)
        yield pair
        unit.clear()


def pairs_of_jsonl(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            pair = {}
            for side in ("source", "target"):
                places = [place for place in row[side + "_at"] if place]
                if places:
                    ranges = [(begin, end) for _, begin, end in places]
                    pair[primary(row[side + "_lang"])] = (row["document"], ranges)
            yield pair


def is_same_file(name, gold_file):
    return os.path.basename(name.split("#")[0]) == os.path.basename(gold_file)


class Text:
    """The raw file; ranges of it become the set of bytes that are no white space."""

    def __init__(self, raw):
        self.blank = {i for i, byte in enumerate(raw) if byte in b" \t\r\n\v\f"}
        for space in ("\u3000", "\u00a0"):
            encoded = space.encode()
            at = raw.find(encoded)
            while at >= 0:
                self.blank.update(range(at, at + len(encoded)))
                at = raw.find(encoded, at + 1)
        self.raw = raw

    def covered(self, ranges):
        return frozenset(i for begin, end in ranges for i in range(begin, end) if i not in self.blank)

    def show(self, ranges):
        return " ".join(self.raw[begin:end].decode("utf-8", "replace") for begin, end in ranges)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--at-least", type=int, default=0)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("memory")
    options = parser.parse_args()

    with open(options.gold, encoding="utf-8") as file:
        gold = json.load(file)
    with open(os.path.join(options.corpus, gold["file"]), "rb") as file:
        text = Text(file.read())
    first, second = languages_of(gold["beads"][0])

    read = pairs_of_jsonl if options.memory.endswith(".jsonl") else pairs_of_tmx
    found = []
    for pair in read(options.memory):
        sides = [pair.get(language, ("", [])) for language in (first, second)]
        if all(side[1] and is_same_file(side[0], gold["file"]) for side in sides):
            found.append(tuple(text.covered(side[1]) for side in sides))

    pairs = set(found)
    wrong = []
    for bead in gold["beads"]:
        if tuple(text.covered(bead[language]) for language in (first, second)) not in pairs:
            wrong.append(bead)
    right = len(gold["beads"]) - len(wrong)
    paired_bytes = frozenset().union(*(side for pair in found for side in pair)) if found else frozenset()
    unaligned = [r for item in gold.get("unaligned", []) for r in item.values() if isinstance(r, list)]
    alone = sum(1 for r in unaligned if not text.covered([tuple(r)]) & paired_bytes)

    print(f"{gold['file']}: {right} of {len(gold['beads'])} gold beads right, {len(found)} pairs, "
          f"{alone} of {len(unaligned)} unaligned texts left alone")
    if options.misses:
        for bead in wrong:
            print(f"\nparagraph {bead.get('paragraph', '?')}:")
            for language in (first, second):
                print(f"  gold {language}: {text.show(bead[language])}")
            wanted = [text.covered(bead[language]) for language in (first, second)]
            for pair in found:
                if pair[0] & wanted[0] or pair[1] & wanted[1]:
                    shown = [text.show([(min(side), max(side) + 1)]) for side in pair]
                    print(f"  have {first}: {shown[0]}\n  have {second}: {shown[1]}")
    return 0 if right >= options.at_least else 1


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores one JSONL export of weft over the seed corpus against its hand-made gold.

usage: seeds.py SHARED OUTPUT.jsonl [--beads N] [--picks N] [--facts N] [--ceiling]

Prints a row a seed: gold body blocks found as body with their text, dropped blocks that leaked into the body, blocks beside
the body that leaked, metadata fields right, language, gold beads right, gold picks of the summary (of the first one; a second
one is its translation), key facts that it tells (key_facts.json says how a fact is known; what is told by author, site or
date of the metadata counts too, since every product shows these above the summary). Exits with 1 when a body block is
missing, a dropped block leaks, a metadata field is wrong, a pick is no body, or fewer beads, picks or facts than demanded
are right. --ceiling also says how many facts the best five sentences could tell (metadata counted).
"""
import argparse
import html
import itertools
import json
import pathlib
import re
import sys

BODY = {"paragraph", "heading", "list-item", "quote", "table-cell", "code"}


def squeeze(text):
    return "".join(text.split())


def plain(raw):
    """The text of a gold range: tags removed, entities read."""
    return html.unescape(re.sub(r"<[^>]*>", "", raw.decode("utf-8", "replace")))


def range_text(raw, ranges):
    return squeeze("".join(plain(raw[begin:end]) for begin, end in ranges))


def base_blocks(document):
    """Blocks of the parser's own view: derived views repeat them by language."""
    base = {view["name"] for view in document["views"] if view["parent"] is None}
    return [block for block in document["blocks"] if block["view"] in base]


def score_blocks(document, gold, raw):
    body_texts = [squeeze(b["text"]) for b in base_blocks(document) if b["keep"] == "body"]
    missing, leaked, aux_leaked, body = [], [], [], 0
    for block in gold["blocks"]:
        text = squeeze(plain(raw[block["start"]:block["end"]]))
        if not text or block["kind"] in ("markup", "comment", "url"):
            continue
        if block["keep"] == "body":
            body += 1
            if text not in body_texts:
                missing.append(text[:40])
        elif block["keep"] == "drop" and any(text in found for found in body_texts):
            # The same words may stand in the body rightly, as a name does.
            if not any(text in squeeze(plain(raw[b["start"]:b["end"]])) for b in gold["blocks"] if b["keep"] == "body"):
                leaked.append(text[:40])
        elif block["keep"] == "aux" and text in body_texts:
            aux_leaked.append(text[:40])
    return body, missing, leaked, aux_leaked


def values(document, key):
    return [one["value"] for one in document["metadata"].get(key, [])]


def score_metadata(document, gold, raw):
    """Wrong fields. Absent is right where the gold has none; where it has one, absent is wrong too."""
    meta = gold["metadata"]
    wrong = []
    title = meta.get("title")
    expected = plain(raw[title["span"][0]:title["span"][1]]).strip() if title else None
    got = values(document, "title")
    if (got[0] if got else None) != expected:
        wrong.append(f"title {got} for {expected}")
    authors = [a["name"] for a in meta.get("authors", [])]
    if values(document, "author") != authors:
        wrong.append(f"author {values(document, 'author')} for {authors}")
    date = meta.get("date_published")
    got = values(document, "date-published")
    accepted = {date, date[:19] if date else date}
    if (got[0] if got else None) not in accepted:
        wrong.append(f"date-published {got} for {date}")
    got = values(document, "language")
    if (got[0] if got else None) != meta["language"]:
        wrong.append(f"language {got} for {meta['language']}")
    return wrong


def score_beads(document, gold, raw):
    found = set()
    for link in document["links"]:
        if link["type"] != "bead" or not link["ends"]["source"] or not link["ends"]["target"]:
            continue
        sides = []
        for side in ("source", "target"):
            ranges = [document["sentences"][i]["at"][1:] for i in link["ends"][side]]
            sides.append(range_text(raw, ranges))
        found.add(tuple(sides))
    right = [(range_text(raw, b["en"]), range_text(raw, b["zh"])) in found for b in gold["beads"]]
    return sum(right), len(right), [b for b, ok in zip(gold["beads"], right) if not ok]


def score_picks(document, gold, raw):
    """Picks right, of how many, and texts of the picks that stand in no body block or deck."""
    picked = [document["sentences"][i] for s in document["summaries"][:1] for i in picks_of(s)]
    golds = [range_text(raw, [p]) for p in gold["picks"]] + [range_text(raw, [p]) for p in gold.get("picks_aligned_en", [])]
    texts = [squeeze(sentence["text"]) for sentence in picked]
    blocks = [document["blocks"][s["block"]] if s["block"] is not None else {} for s in picked]
    stray = [text for text, block in zip(texts, blocks) if block.get("keep") != "body" and block.get("kind") != "deck"]
    # A text of a few characters is a part of anything.
    right = sum(any(g and (t in g or (g in t and len(g) > 8)) for g in golds) for t in texts)
    return right, len(gold["picks"]), len(texts), stray


def score_facts(document, patterns):
    """Facts that the summary, in any of its languages, or the metadata tells."""
    picked = [document["sentences"][i]["text"] for s in document["summaries"] for i in picks_of(s)]
    shown = [value for key in ("author", "site", "publisher", "date-published") for value in values(document, key)]
    text = "\n".join(picked + shown)
    return [bool(re.search(pattern, text, re.DOTALL)) for pattern in patterns]


def facts_in_reach(document, patterns, most=5):
    """Facts that the best `most` body sentences could tell, a bead counting as one sentence, beside the metadata. Tries all sets of
    sentences that differ in what they have of the patterns."""
    shown = [value for key in ("author", "site", "publisher", "date-published") for value in values(document, key)]
    body = [s["text"] if s["block"] is not None and document["blocks"][s["block"]].get("keep") == "body" or
            s["block"] is not None and document["blocks"][s["block"]].get("kind") == "deck" else "" for s in document["sentences"]]
    units = {position: [position] for position in range(len(body))}
    for link in document["links"]:
        if link["type"] == "bead":
            positions = sorted(position for ends in link["ends"].values() for position in ends)
            for position in positions:
                units[position] = positions
    parts = [part for pattern in patterns for part in pattern.replace("(?s)", "").split(".*")]
    candidates = {}
    for unit in units.values():
        text = "\n".join(body[position] for position in unit)
        has = tuple(bool(re.search(part, text)) for part in parts)
        if any(has):
            candidates.setdefault(has, text)
    told = lambda texts: sum(bool(re.search(pattern, "\n".join([*texts, *shown]), re.DOTALL)) for pattern in patterns)
    # What tells a part of another's parts only can be left out.
    kept = [text for has, text in candidates.items()
            if not any(other != has and all(b or not a for a, b in zip(has, other)) for other in candidates)]
    return max(map(told, itertools.combinations(kept, min(most, len(kept)))), default=0)


def picks_of(summary):
    return [pick["sentence"] if isinstance(pick, dict) else pick for pick in summary["picks"]]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("--beads", type=int, default=0)
    parser.add_argument("--picks", type=int, default=0)
    parser.add_argument("--facts", type=int, default=0)
    parser.add_argument("--ceiling", action="store_true")
    options = parser.parse_args()
    documents = {}
    for line in options.output.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        documents[document["id"]] = document
    patterns = json.loads((pathlib.Path(__file__).parent / "key_facts.json").read_text(encoding="utf-8"))
    failed, all_picks, all_facts, facts_of = False, 0, 0, 0
    print(f"{'seed':<6}{'body':>8}{'leaked':>8}{'aux':>5}  {'beads':>7}  {'picks':>7}  {'facts':>7}  metadata")
    for path in sorted((options.shared / "gold/seeds/blocks").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = (options.shared / "corpus" / gold["file"]).read_bytes()
        document = documents[gold["file"]]
        body, missing, leaked, aux = score_blocks(document, gold, raw)
        wrong = score_metadata(document, gold, raw)
        beads = "-"
        alignment = options.shared / "gold/seeds/alignment" / path.name
        if alignment.exists():
            right, total, bad = score_beads(document, json.loads(alignment.read_text(encoding="utf-8")), raw)
            beads = f"{right}/{total}"
            failed |= right < options.beads
            for bead in bad:
                print("   bead wrong:", range_text(raw, bead["en"])[:50], "|", range_text(raw, bead["zh"])[:30])
        summary = json.loads((options.shared / "gold/seeds/summary" / path.name).read_text(encoding="utf-8"))
        picks, of, made, stray = score_picks(document, summary, raw)
        facts = score_facts(document, patterns[path.stem[:3]])
        all_picks += picks
        all_facts += sum(facts)
        facts_of += len(facts)
        failed |= bool(missing or leaked or wrong or stray) or made == 0
        print(f"{path.stem[:3]:<6}{body - len(missing):>4}/{body:<3}{len(leaked):>8}{len(aux):>5}  {beads:>7}  {picks:>3}/{of:<3}  "
              f"{sum(facts):>3}/{len(facts):<3}  {'; '.join(wrong) or 'as the gold'}")
        for text in stray:
            print("   a pick that is no body:", text[:60])
        for text in missing:
            print("   body block missing:", text)
        for text in leaked + aux:
            print("   in the body but should not be:", text)
    if options.ceiling:
        reach = [(path.stem[:3], facts_in_reach(documents[path.stem + ".txt"], patterns[path.stem[:3]]))
                 for path in sorted((options.shared / "gold/seeds/blocks").glob("*.json"))]
        print("key facts that the best five sentences could tell:", *(f"{seed} {count}," for seed, count in reach),
              f"in all {sum(count for _, count in reach)} of {facts_of}")
    print(f"picks in all: {all_picks}, key facts in all: {all_facts} of {facts_of}")
    failed |= all_picks < options.picks or all_facts < options.facts
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: Apache-2.0
"""Writes a set of three small pages of our own, with gold, where the trainer looks for sets. Argument: the folder."""
import json
import os
import sys

SCORE = '''
import re
TOKEN = re.compile(r"[\\u4e00-\\u9fff]|[^\\W\\u4e00-\\u9fff]+")
def shares(gold, found):
    g, f = set(TOKEN.findall(gold)), set(TOKEN.findall(found))
    total = max(1, len(g | f))
    return len(g & f) / total, len(f - g) / total, len(g - f) / total
def words(gold, found):
    tp, fp, fn = shares(gold, found)
    return 0, 0, 2 * tp / max(2 * tp + fp + fn, 1e-9)
'''
STORIES = {
    "harbour": ["The harbour froze for eleven days, and nobody in the town could remember a longer frost.",
                "Boats that were due on Monday waited outside the bar until the ice let them in again."],
    "orchard": ["Apples were late this year because the bees came late, says the keeper of the old orchard.",
                "She has counted the hives every spring since she was nine, and writes the number on the door."],
    "bridge": ["这座桥修了三年，通车那天全镇的人都来了。", "老木匠说，桥栏上的每一块木板都是他亲手刨平的。"],
}


def page(name, paragraphs):
    links = "".join(f"<li><a href=/{word}>{word}</a></li>" for word in ("home", "weather", "sport", "search"))
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs * 4)
    return (f"<html><head><title>{name}</title></head><body><nav><ul>{links}</ul></nav><article><h1>{name}</h1>"
            f"{text}</article><footer><p>Copyright, privacy, terms</p></footer></body></html>")


def main():
    evaluation = os.path.join(sys.argv[1], "eval", "extract")
    os.makedirs(os.path.join(evaluation, "made-up", "html"))
    gold = {}
    for name, paragraphs in STORIES.items():
        gold[name] = {"articleBody": "\n".join(paragraphs * 4), "url": f"https://{name}.example/news"}
        with open(os.path.join(evaluation, "made-up", "html", name + ".html"), "w", encoding="utf-8") as file:
            file.write(page(name, paragraphs))
    with open(os.path.join(evaluation, "made-up", "gold.json"), "w", encoding="utf-8") as file:
        json.dump(gold, file)
    with open(os.path.join(evaluation, "score.py"), "w", encoding="utf-8") as file:
        file.write(SCORE)


main()

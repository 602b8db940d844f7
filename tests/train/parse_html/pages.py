# SPDX-License-Identifier: Apache-2.0
"""The annotated pages as the trainer sees them: features and gold label of every block, and the score of a choice."""
import difflib
import importlib.util
import json
import os
import subprocess
import urllib.parse
from collections import Counter

import numpy as np

# Types that the body of an exported document leaves out wherever they stand.
NOT_BODY = {"title", "deck", "byline", "date", "source", "translator", "caption", "credit", "bio", "boilerplate"}
SECOND_LEVEL = {"com", "org", "net", "edu", "gov", "ac", "co", "or", "ne", "go"}


def load_score(shared):
    spec = importlib.util.spec_from_file_location("score", os.path.join(shared, "eval/extract/score.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def site_of(url):
    """The registered domain, by a rule of thumb: pages of one owner never stand in two folds."""
    labels = (urllib.parse.urlsplit(url).hostname or "").lower().split(".")
    size = 3 if len(labels) > 2 and labels[-2] in SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-size:])


class Page:
    def __init__(self, name, group, types, texts, features, wholes, gold):
        self.name, self.group = name, group
        self.types, self.texts, self.features = types, texts, features
        self.wholes = wholes
        self.gold = gold.get("articleBody") or ""
        self.kind = gold.get("type") or group
        self.site = site_of(gold.get("url", name))


def ngrams(tokens, n):
    return [tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1)]


def label(texts, gold, tokens_of, n=3):
    """The share of each block that is gold, and its size in tokens.

    The page is aligned with the gold in order, by shingles. What stands elsewhere in the gold is found after that
    by its own shingles, as long as the gold has more of them than were aligned.
    """
    blocks = [tokens_of(text.lower()) for text in texts]
    owners = [i for i, tokens in enumerate(blocks) for _ in tokens]
    page = [token for tokens in blocks for token in tokens]
    gold_tokens = tokens_of(gold.lower())
    left, right = ngrams(page, n), ngrams(gold_tokens, n)
    hit, used = np.zeros(len(page), bool), Counter()
    for match in difflib.SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        if match.size:
            hit[match.a : match.a + match.size + n - 1] = True
            used.update(right[match.b : match.b + match.size])
    remaining = Counter(right) - used
    sizes = np.array([len(tokens) for tokens in blocks], np.float32)
    covered = np.zeros(len(blocks), np.float32)
    np.add.at(covered, np.array(owners, int), hit.astype(np.float32))
    share = covered / np.maximum(sizes, 1)
    for i, tokens in enumerate(blocks):
        own = Counter(ngrams(tokens, n))
        if share[i] < 0.5 and len(tokens) > 5 and sum((own & remaining).values()) >= 0.8 * sum(own.values()):
            remaining -= own
            share[i] = 1
    return share, sizes


def read_dump(lines, group, gold):
    next(lines)
    name, types, texts, rows, wholes = None, [], [], [], []

    def finished():
        if name is not None and name in gold:
            yield Page(name, group, types, texts, np.array(rows, np.float32), wholes, gold[name])

    for line in lines:
        parts = line.rstrip("\n").split("\t")
        if parts[0] == "page" and len(parts) == 2:
            yield from finished()
            name, types, texts, rows, wholes = parts[1], [], [], [], []
        elif parts[0] == "whole":
            wholes.append((parts[1] == "table", *map(int, parts[2].split())))
        else:
            types.append(parts[0])
            texts.append(parts[1])
            rows.append(np.array(parts[2].split(), np.float32))
    yield from finished()


def load_set(folder, dump, tokens_of, fragment=False):
    with open(os.path.join(folder, "gold.json"), encoding="utf-8") as file:
        gold = json.load(file)
    files = [os.path.join(folder, "html", name + ".html") for name in sorted(gold)]
    command = [dump] + (["--fragment"] if fragment else []) + files
    out = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode("utf-8", "replace")
    group = os.path.basename(os.path.normpath(folder))
    pages = [page for page in read_dump(iter(out.split("\n")[:-1]), group, gold) if page.texts]
    for page in pages:
        page.fragment = fragment
        page.share, page.sizes = label(page.texts, page.gold, tokens_of)
    return pages

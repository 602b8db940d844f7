#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes plugins/parse_html/content_model.inc from annotated pages and says how good it is on sites it has not seen.

usage: train_content_model.py [--dump PROGRAM] [--shared DIR] [--set NAME]... [--folds N] [--seeds N] [--out FILE]

DIR (default $WEFT_SHARED or ../shared) holds eval/extract/score.py and the sets, each a folder with gold.json and
html/. First every page is judged by models trained on other sites only, in N folds, for N seeds; the scores are
score.py's. Then a model of all pages is written to FILE (default: nothing is written). Needs python3-xgboost of
Debian (so /usr/bin/python3); the same data give the same file.
"""
import argparse
import json
import os
import random
import sys

import numpy as np
import xgboost

import pages as page_files

SETS = ["wcxb-dev", "zh-dev", "zh-forum-dev"]
PARAMETERS = {
    "objective": "binary:logistic",
    "tree_method": "hist",
    "max_bin": 64,
    "max_depth": 5,
    "eta": 0.08,
    "subsample": 0.7,
    "colsample_bytree": 0.5,
    "min_child_weight": 0.5,
    "lambda": 2.0,
    "nthread": 1,
}
ROUNDS = 140
# Of the densest fragment of each page beside the page itself. Out of sample fragments cost .01 to .02 on every set.
FRAGMENT_WEIGHT = 0
THRESHOLD = 0.45
HARDLY_ANYTHING = 40


def weights_of(page):
    """Tokens, so that a page counts by its text, scaled so that every page counts alike."""
    weights = np.sqrt(page.sizes) + page.sizes
    return weights / max(weights.sum(), 1e-6) * (50 * FRAGMENT_WEIGHT if page.fragment else 50)


def train(pages, seed):
    data = xgboost.DMatrix(
        np.concatenate([page.features for page in pages]),
        label=np.concatenate([page.share for page in pages]),
        weight=np.concatenate([weights_of(page) for page in pages]),
    )
    return xgboost.train(dict(PARAMETERS, seed=seed), data, ROUNDS)


def threshold_for(sizes, probabilities):
    """As main_content.cpp chooses it: where hardly anything is sure, the one of the greatest expected F1."""
    if sizes[probabilities > THRESHOLD].sum() >= HARDLY_ANYTHING:
        return THRESHOLD
    order = np.argsort(-probabilities, kind="stable")
    expected = sizes * probabilities
    scores = 2 * np.cumsum(expected[order]) / np.maximum(np.cumsum(sizes[order]) + expected.sum(), 1e-9)
    return min(max(scores.max() / 2, 0.1), THRESHOLD)


def keep_whole(page, kept):
    """As whole_containers.cpp does."""
    for table, first, end in page.wholes:
        sizes = 1 + page.sizes[first:end]
        share = (sizes * kept[first:end]).sum() / sizes.sum()
        if table:
            kept[first:end] = share >= 0.5
        elif share >= 0.7 and kept[first:end].mean() >= 0.7:
            kept[first:end] = True


def body(page, probabilities):
    """The text an exporter would write."""
    kept = probabilities > threshold_for(page.sizes, probabilities)
    keep_whole(page, kept)
    body_blocks = zip(page.texts, page.types, kept)
    return "\n".join(text for text, kind, keep in body_blocks if keep and kind not in page_files.NOT_BODY)


def folds_of(pages, count, seed):
    """Sites dealt to folds, the small sets first so that each fold has pages of every set."""
    sites = sorted({page.site for page in pages})
    random.Random(seed).shuffle(sites)
    groups = {site: min(page.group for page in pages if page.site == site) for site in sites}
    sites.sort(key=lambda site: groups[site], reverse=True)
    return {site: i % count for i, site in enumerate(sites)}


def judge(pages, bodies, score):
    """{name: F1} of every set and of every kind of page: words for WCXB, shingles for Chinese."""
    figures = {}
    for group in sorted({page.group for page in pages}):
        members = [page for page in pages if page.group == group]
        shares = [score.shares(page.gold, bodies[page.name]) for page in members]
        tp, fp, fn = (sum(share[i] for share in shares) for i in range(3))
        figures[group + " shingles"] = 2 * tp / max(2 * tp + fp + fn, 1e-9)
        figures[group + " words"] = np.mean([score.words(page.gold, bodies[page.name])[2] for page in members])
        kinds = sorted({page.kind for page in members})
        for kind in kinds if len(kinds) > 1 else []:
            figures[f"  {kind} words"] = np.mean(
                [score.words(page.gold, bodies[page.name])[2] for page in members if page.kind == kind]
            )
    return figures


def show(title, runs):
    print(title)
    for name in runs[0]:
        values = [run[name] for run in runs]
        print(f"  {name:28s} {np.mean(values):.3f}" + (f"  (sd {np.std(values):.3f})" if len(runs) > 1 else ""))
    sys.stdout.flush()


def judged_by_others(pages, extra, count, seed):
    """{(set, page): probabilities of its blocks} by models that saw no page of its site."""
    folds = folds_of(pages, count, seed)
    judged = {}
    for fold in range(count):
        model = train([page for page in pages + extra if folds[page.site] != fold], seed)
        for page in pages:
            if folds[page.site] == fold:
                judged[page.group, page.name] = model.predict(xgboost.DMatrix(page.features))
    return judged


def number(value):
    return f"{value:.5g}"


def write_tree(node):
    """Preorder: FEATURE<THRESHOLD, the tree below, the other tree; a leaf is =VALUE."""
    if "leaf" in node:
        return "=" + number(node["leaf"])
    children = {child["nodeid"]: child for child in node["children"]}
    # A rounded threshold may fall on a value that the data have; both sides are then one bin apart.
    parts = [f"{node['split'][1:]}<{number(node['split_condition'])}"]
    return " ".join(parts + [write_tree(children[node["yes"]]), write_tree(children[node["no"]])])


def write_model(model, path):
    trees = [write_tree(json.loads(tree)) for tree in model.get_dump(dump_format="json")]
    with open(path, "w", encoding="ascii") as file:
        file.write('R"MODEL(0\n' + "\n".join(trees) + ')MODEL"\n')


def read_arguments():
    here = os.path.dirname(os.path.abspath(__file__))
    root = os.path.normpath(os.path.join(here, "../../.."))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dump", default=os.path.join(root, "build/release/bin/dump_blocks"))
    parser.add_argument("--shared", default=os.environ.get("WEFT_SHARED", os.path.join(root, "../shared")))
    parser.add_argument("--set", action="append", help="default: " + ", ".join(SETS))
    parser.add_argument("--folds", type=int, default=6, help="0: no judgement, only the model")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--out", help="content_model.inc to write")
    return parser.parse_args()


def main():
    options = read_arguments()
    score = page_files.load_score(options.shared)
    folders = [os.path.join(options.shared, "eval/extract", name) for name in options.set or SETS]
    for needed in [options.dump] + folders:
        if not os.path.exists(needed):
            sys.exit(f"train_content_model: {needed} is not there; see --help")
    pages, extra = [], []
    for folder in folders:
        pages += page_files.load_set(folder, options.dump, score.TOKEN.findall)
        if FRAGMENT_WEIGHT > 0:
            extra += page_files.load_set(folder, options.dump, score.TOKEN.findall, fragment=True)
    print(f"{len(pages)} pages of {len({page.site for page in pages})} sites, {sum(len(page.texts) for page in pages)} blocks")
    if options.folds:
        runs = []
        for seed in range(1, options.seeds + 1):
            judged = judged_by_others(pages, extra, options.folds, seed)
            bodies = {page.name: body(page, judged[page.group, page.name]) for page in pages}
            runs.append(judge(pages, bodies, score))
        show(f"out of sample, {options.folds} folds by site, {options.seeds} seeds", runs)
    if options.out:
        model = train(pages + extra, 0)
        bodies = {page.name: body(page, model.predict(xgboost.DMatrix(page.features))) for page in pages}
        show("in the sample", [judge(pages, bodies, score)])
        write_model(model, options.out)


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: Apache-2.0
"""Prints the pairs that the links of an XCES file give, source|target|certainty|finding, with texts from the files that it names.

Fails where an id is not in its file, or is there twice, and prints the number of sentences that no link names.  read_xces.py ALIGN
"""
import os
import sys
import xml.etree.ElementTree as ElementTree


def sentences(name):
    found = {}
    for sentence in ElementTree.parse(os.path.join(os.path.dirname(sys.argv[1]), name)).iter("s"):
        if found.setdefault(sentence.get("id"), sentence) is not sentence:
            sys.exit(f"{name}: the id {sentence.get('id')} is there twice")
    return {key: sentence.text or "" for key, sentence in found.items()}


files, linked, links = {}, set(), set()
for group in ElementTree.parse(sys.argv[1]).getroot().iter("linkGrp"):
    names = group.get("fromDoc"), group.get("toDoc")
    for name in names:
        files.setdefault(name, sentences(name))
    for link in group.iter("link"):
        links.add(link.get("id"))
        sides = [side.split() for side in link.get("xtargets").split(";")]
        for name, ids in zip(names, sides, strict=True):
            linked.update((name, each) for each in ids)
        texts = ["/".join(files[name][each] for each in ids) for name, ids in zip(names, sides)]
        print("|".join([*texts, link.get("certainty", ""), link.get("finding", "")]))
print(len(links), "links,", sum(map(len, files.values())) - len(linked), "sentences without")

# SPDX-License-Identifier: Apache-2.0
"""Prints what Python's ElementTree reads in an XLIFF 2 file: version and languages, then originals and
state|subState|source|target|score|notes a unit."""
import sys
import xml.etree.ElementTree as ElementTree

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
META = "{urn:oasis:names:tc:xliff:metadata:2.0}"
root = ElementTree.parse(sys.argv[1]).getroot()
print(root.get("version"), root.get("srcLang"), root.get("trgLang"))
for file in root.iter(CORE + "file"):
    print(file.get("original"))
    for unit in file.iter(CORE + "unit"):
        segment = unit.find(CORE + "segment")
        score = unit.find(f".//{META}meta[@type='score']")
        print("|".join([segment.get("state"), segment.get("subState", ""), segment.findtext(CORE + "source"),
                        segment.findtext(CORE + "target", ""), "" if score is None else score.text,
                        "; ".join(note.text for note in unit.iter(CORE + "note"))]))

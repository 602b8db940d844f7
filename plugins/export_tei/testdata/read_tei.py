# SPDX-License-Identifier: Apache-2.0
"""Prints what Python's ElementTree reads in a file of TEI: title and languages of each document, then its pairs,
source|target|cert|notes.

The sides of a link are told by the language of the text that its sentences stand in. Fails where a pointer leads nowhere or an id is
there twice.  read_tei.py FILE LANGUAGE
"""
import sys
import xml.etree.ElementTree as ElementTree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
root = ElementTree.parse(sys.argv[1]).getroot()
ids = [element.get(XML + "id") for element in root.iter() if element.get(XML + "id")]
if len(ids) != len(set(ids)):
    sys.exit("an id is there twice")
for document in [root] if root.tag == TEI + "TEI" else root.findall(TEI + "TEI"):
    title = document.findtext(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
    print(title, *(each.get("ident") for each in document.iter(TEI + "language")))
    sentences = {}
    for text in document.iterfind(f"{TEI}text/{TEI}group/{TEI}text"):
        for sentence in text.iter(TEI + "s"):
            sentences["#" + sentence.get(XML + "id")] = text.get(XML + "lang"), sentence.text or ""
    notes = {}
    for note in document.iterfind(f"{TEI}standOff/{TEI}note"):
        notes.setdefault(note.get("target"), []).append(note.text)
    for link in document.iterfind(f"{TEI}standOff/{TEI}linkGrp[@type='alignment']/{TEI}link"):
        ends = [sentences[each] for each in link.get("target").split()]
        sides = ["/".join(text for lang, text in ends if (lang == sys.argv[2]) is source) for source in (True, False)]
        print("|".join([*sides, link.get("cert", ""), "; ".join(notes.get("#" + link.get(XML + "id"), []))]))
    print(len(sentences), "sentences")

# SPDX-License-Identifier: Apache-2.0
"""Reads a document with python-docx. Checks that bookmarks are unique and that every link inside leads to one; then
prints properties and each paragraph with its style, the languages of its runs, the bookmarks in it and its text."""
import sys

import docx
from docx.oxml.ns import qn

document = docx.Document(sys.argv[1])
body = document.element.body
names = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
assert len(names) == len(set(names)), "a bookmark is there twice"
for link in body.iter(qn("w:hyperlink")):
    anchor = link.get(qn("w:anchor"))
    if anchor is not None:
        assert anchor in names, f"{anchor} leads nowhere"
    else:
        assert document.part.rels[link.get(qn("r:id"))].target_ref.startswith("http"), "a link to no address"
styles = {style.style_id for style in document.styles}

properties = document.core_properties
for name in ("title", "author", "keywords", "language"):
    print(f"{name}: {getattr(properties, name)}")
print("created:", properties.created)


def text_of(paragraph):
    out = ""
    for node in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        out += (node.text or "") if node.tag == qn("w:t") else " "
    return out


for paragraph in body.iter(qn("w:p")):
    style = paragraph.find(qn("w:pPr") + "/" + qn("w:pStyle"))
    style = "Normal" if style is None else style.get(qn("w:val"))
    assert style in styles, f"style {style} is not defined"
    languages = []
    for lang in paragraph.iter(qn("w:lang")):
        languages += [value for value in lang.attrib.values() if value not in languages]
    marks = "".join(f" #{mark.get(qn('w:name'))}" for mark in paragraph.iter(qn("w:bookmarkStart")))
    if text_of(paragraph):
        print(f"{style} [{' '.join(languages)}]{marks} {text_of(paragraph)}")

# SPDX-License-Identifier: Apache-2.0
"""Reads a page with html5lib, which stops at whatever HTML does not allow. Checks that ids are unique, that every
link inside the page leads somewhere, that the policy allows the style sheet and that nothing is loaded; then prints
each block of text with its element, language and the ids in it."""
import base64
import hashlib
import sys

import html5lib

BLOCKS = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "td", "th", "code", "blockquote", "footer"}

with open(sys.argv[1], "rb") as file:
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(file.read())

ids = [element.get("id") for element in page.iter() if element.get("id")]
assert len(ids) == len(set(ids)), "an id is there twice"
for link in page.iter("a"):
    href = link.get("href")
    assert href.startswith(("http://", "https://")) or href[1:] in ids, f"{href} leads nowhere"

policy = next(meta.get("content") for meta in page.iter("meta") if meta.get("http-equiv"))
style = next(page.iter("style")).text
digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';"), policy
for element in page.iter():
    assert element.tag not in {"script", "link", "img", "iframe", "object", "base", "form"}, element.tag
    assert not any(name.startswith("on") or name in {"style", "src"} for name in element.attrib), element.attrib


def text_of(element):
    """Its own text, without that of blocks in it."""
    out = element.text or ""
    for child in element:
        out += ("" if child.tag in BLOCKS | {"ul"} else text_of(child)) + (child.tail or "")
    return out


def ids_of(element):
    out = [element.get("id")] if element.get("id") else []
    for child in element:
        out += [] if child.tag in BLOCKS | {"ul"} else ids_of(child)
    return out


for element in page.iter():
    if element.tag in BLOCKS and text_of(element).strip():
        marks = "".join(f" #{name}" for name in ids_of(element))
        print(f"{element.tag} [{element.get('lang', '-')}]{marks} {text_of(element).strip()}")

# SPDX-License-Identifier: Apache-2.0
"""Prints what translate-toolkit reads in an XLIFF 1.2 file: languages, then state|approved|source|target|notes a unit."""
import sys

from translate.storage import xliff

store = xliff.xlifffile.parsefile(sys.argv[1])
for name in store.getfilenames():
    node = store.getfilenode(name)
    print(node.get("source-language"), node.get("target-language"))
for unit in store.units:
    state = unit.xmlelement.find(unit.namespaced("target"))
    print("|".join(["" if state is None else state.get("state"), str(unit.isapproved()), unit.source or "", unit.target or "",
                    unit.getnotes().replace("\n", "; ")]))

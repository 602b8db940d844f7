# SPDX-License-Identifier: Apache-2.0
"""Holds each line of a JSON Lines file against a JSON Schema: prints what is wrong, and how many lines hold.

check_schema.py SCHEMA FILE
"""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator, good = jsonschema.Draft202012Validator(schema), 0
with open(sys.argv[2], encoding="utf-8", newline="\n") as lines:
    for number, line in enumerate(lines, 1):
        errors = [f"line {number}: {error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(line))]
        print(*errors, sep="\n", end="\n" if errors else "")
        good += not errors
print(good, "lines hold")

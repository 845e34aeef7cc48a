"""Compares two rounds by id: PyYAML's C loader and dictionaries, as anyone would write it."""

import json
import sys

import yaml


def items(path):
    with open(path, encoding="utf-8") as file:
        data = yaml.load(file, Loader=yaml.CSafeLoader)
    lists = ("sectors", "agreements")
    return {(name, item["id"]): item for name in lists for item in data.get(name, [])}


before, after = items(sys.argv[1]), items(sys.argv[2])
changes = [{"id": id, "change": "removed"} for _, id in before.keys() - after.keys()]
changes += [{"id": id, "change": "added"} for _, id in after.keys() - before.keys()]
for key in before.keys() & after.keys():
    if before[key] != after[key]:
        changes.append({"id": key[1], "change": "changed"})
changes.sort(key=lambda change: change["id"])
json.dump(changes, sys.stdout)

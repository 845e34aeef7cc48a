"""Holds every package of the lock file against the rules of deny.toml: licence, name, source."""

import json
import pathlib
import re
import subprocess
import sys
import tomllib

# How the lock file names the registry that Cargo uses where none is named.
DEFAULT_REGISTRY = "registry+https://github.com/rust-lang/crates.io-index"
ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    rules = tomllib.loads((ROOT / "deny.toml").read_text(encoding="utf-8"))
    allowed = set(rules["licenses"]["allow"])
    banned = {entry["crate"] for entry in rules["bans"]["deny"]}
    packages = locked_packages()
    faults = [fault for package in packages for fault in faults_of(package, allowed, banned)]
    for fault in faults:
        print(fault)
    if faults:
        sys.exit(1)
    print(f"{len(packages)} packages: licences, names and sources are as deny.toml has them")


def locked_packages():
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--all-features"]
    told = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return json.loads(told.stdout)["packages"]


def faults_of(package, allowed, banned):
    name = f"{package['name']} {package['version']}"
    if package["name"] in banned:
        yield f"{name}: banned"
    licence = package["license"]
    if not licence:
        yield f"{name}: states no licence"
    elif not permits(licence, allowed):
        yield f"{name}: {licence}: not an allowed licence"
    # The package itself has no source.
    source = package["source"] or DEFAULT_REGISTRY
    if source != DEFAULT_REGISTRY:
        yield f"{name}: comes from {source}"


def permits(expression, allowed):
    """Whether an SPDX expression can be met with allowed licences; `/` is an old way to write OR."""
    tokens = re.findall(r"[()]|[^\s()]+", expression.replace("/", " OR "))

    def either():
        met = both()
        while tokens and tokens[0] == "OR":
            tokens.pop(0)
            met = both() or met
        return met

    def both():
        met = one()
        while tokens and tokens[0] == "AND":
            tokens.pop(0)
            met = one() and met
        return met

    def one():
        name = tokens.pop(0)
        if name == "(":
            met = either()
            tokens.pop(0)
            return met
        if tokens and tokens[0] == "WITH":
            name = f"{name} WITH {tokens[1]}"
            del tokens[:2]
        return name in allowed

    return either() and not tokens


if __name__ == "__main__":
    main()

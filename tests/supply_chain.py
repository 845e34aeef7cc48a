"""Holds every package of the lock file against the rules of deny.toml: licence, name, source, and
one version of each. With a file's name, writes what the program is made of there, as CycloneDX."""

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
    skipped = {entry["crate"] for entry in rules["bans"]["skip"]}
    faults.extend(versions(packages, skipped))
    for fault in faults:
        print(fault)
    if faults:
        sys.exit(1)
    print(f"{len(packages)} packages: licences, names, sources and versions are as deny.toml has them")
    if len(sys.argv) > 1:
        bill = bill_of_materials()
        pathlib.Path(sys.argv[1]).write_text(json.dumps(bill, indent=1) + "\n", encoding="utf-8")
        print(f"{len(bill['components'])} components: {sys.argv[1]}")


def metadata(*options):
    command = ["cargo", "metadata", "--format-version", "1", "--locked", *options]
    told = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return json.loads(told.stdout)


def locked_packages():
    return metadata("--all-features")["packages"]


def versions(packages, skipped):
    """What is there more than once, and what deny.toml lists for nothing."""
    by_name = {}
    for package in packages:
        by_name.setdefault(package["name"], []).append(package["version"])
    for name, all_versions in sorted(by_name.items()):
        left = [one for one in all_versions if f"{name}@{one}" not in skipped]
        if len(left) > 1:
            yield f"{name}: {len(left)} versions: {', '.join(sorted(left))}"
    twice = {f"{name}@{one}" for name, many in by_name.items() if len(many) > 1 for one in many}
    for name in sorted(skipped - twice):
        yield f"{name}: in deny.toml, and not there twice"


def bill_of_materials():
    """What the program with its default features is built from: no tests, no other machines."""
    host = subprocess.run(["rustc", "-vV"], check=True, stdout=subprocess.PIPE, text=True).stdout
    host = re.search(r"^host: (.+)$", host, re.MULTILINE).group(1)
    told = metadata("--filter-platform", host)
    nodes = {node["id"]: node for node in told["resolve"]["nodes"]}
    edges = {
        name: sorted(
            one["pkg"]
            for one in node["deps"]
            if any(kind["kind"] != "dev" for kind in one["dep_kinds"])
        )
        for name, node in nodes.items()
    }
    root = told["resolve"]["root"]
    reached, open_ = set(), [root]
    while open_:
        one = open_.pop()
        if one not in reached:
            reached.add(one)
            open_.extend(edges[one])
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))
    sums = {(one["name"], one["version"]): one.get("checksum") for one in lock["package"]}
    packages = {package["id"]: package for package in told["packages"]}

    def reference(name):
        return f"pkg:cargo/{packages[name]['name']}@{packages[name]['version']}"

    def component(name):
        package = packages[name]
        known = {
            "type": "application" if name == root else "library",
            "bom-ref": reference(name),
            "name": package["name"],
            "version": package["version"],
            "purl": reference(name),
            "licenses": [{"expression": package["license"].replace("/", " OR ")}],
        }
        if checksum := sums[package["name"], package["version"]]:
            known["hashes"] = [{"alg": "SHA-256", "content": checksum}]
        return known

    ordered = sorted(reached, key=reference)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": component(root)},
        "components": [component(name) for name in ordered if name != root],
        "dependencies": [
            {"ref": reference(name), "dependsOn": [reference(one) for one in edges[name]]}
            for name in ordered
        ],
    }


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

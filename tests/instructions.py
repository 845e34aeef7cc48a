"""Counts the instructions of whole commands and holds them against benches/instructions.json, and
sees that four times as many small things in a round take four times as many and no more.

Usage: tests/instructions.py COMMAND GENERATE [update]

COMMAND is the release program, GENERATE the example that writes large records. A count is what
callgrind counts: the same on a busy machine as on an idle one. More than 5 % above or below the
baseline fails; `update` writes a new baseline. Another compiler makes other code, so the baseline
names its own and is only told, not held, where that differs.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BASELINE = ROOT / "benches" / "instructions.json"
SHARE = 0.05
OWN = "the record here"
PAIR, SERIES = (2, 1000), (100, 40)
# Rounds with many of one small thing, which a command could go through again for each.
SMALL = {
    "keys": ("check", lambda count: "".join(f"k{at}: v\n" for at in range(count))),
    "items": ("check", lambda count: "sectors:\n" + "- a\n" * count),
    "anchors": (
        "check",
        lambda count: "sectors:\n" + "".join(f"- &a{at} b\n- *a{at}\n" for at in range(count // 2)),
    ),
    "escapes": ("check", lambda count: 'note: "' + "\\n" * count + '"\n'),
    "facts": (
        "git textconv rounds/small/2.yaml",
        lambda count: "sectors:\n" + "".join(f"- s{at}\n" for at in range(count)),
    ),
    "documents": (
        "git textconv rounds/small/2.yaml",
        lambda count: "documents:\n" + "- {kind: joint-statement}\n" * count,
    ),
    "heads": (
        "git textconv rounds/small/2.yaml",
        lambda count: "heads:\n" + "".join(f"- {{party: a, person: p{at}}}\n" for at in range(count)),
    ),
    "figures": (
        "compare 1 2 --format json",
        lambda count: "indicators:\n" + "".join(f"- {{id: i{at}, value: {at}}}\n" for at in range(count)),
    ),
}
MANY, TIMES, GROWTH = 2_500, 4, 1.1
COMMANDS = [
    (OWN, "--version"),
    (OWN, "check"),
    (OWN, "compare 2 3 --color never"),
    (OWN, "compare 2 3 --format json"),
    (OWN, "compare 2 3 --format markdown"),
    (OWN, "compare 2 3 --format html --lang ar"),
    (OWN, "history --format json"),
    (PAIR, "check"),
    (PAIR, "compare 1 2 --format json"),
    (SERIES, "check"),
    (SERIES, "history --format json"),
]


def main():
    command, generate = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    compiler = subprocess.check_output(["rustc", "--version"], text=True).strip()
    counts = counted(command, generate)
    if sys.argv[3:] == ["update"]:
        text = json.dumps({"compiler": compiler, "instructions": counts}, indent=2)
        BASELINE.write_text(text + "\n")
        return 0
    failures = grown(command)
    baseline = json.loads(BASELINE.read_text())
    held = baseline["compiler"] == compiler
    if not held:
        print(f"baseline of {baseline['compiler']}, here {compiler}: told, not held")
    known = baseline["instructions"]
    if list(known) != list(counts):
        print("the baseline lists other commands: take it anew with `update`")
        return 1
    for name, count in counts.items():
        change = count / known[name] - 1
        fails = abs(change) > SHARE
        failures += fails and held
        print(f"{'FAIL' if fails and held else '    '} {change:+7.1%} {count:>15,}  {name}")
    return 1 if failures else 0


def grown(command):
    """How many kinds of small things take more than their number says."""
    failures = 0
    with tempfile.TemporaryDirectory() as base:
        base = pathlib.Path(base)
        rounds = base / "rounds" / "small"
        rounds.mkdir(parents=True)
        (rounds / "dialogue.yaml").write_text("title: Small\nparties:\n  a: {title: A}\n")
        for name, (words, text) in SMALL.items():
            counts = []
            for count in (MANY, MANY * TIMES):
                for number in (1, 2):
                    head = f"round: {number}\ndate: {2020 + number}\n"
                    (rounds / f"{number}.yaml").write_text(head + text(count))
                counts.append(instructions(command, words.split(), base, base, ends=(0, 1)))
            growth = counts[1] / counts[0]
            fails = growth > TIMES * GROWTH
            failures += fails
            print(f"{'FAIL' if fails else '    '} {growth:7.2f} times, {TIMES} times as many {name}")
    return failures


def counted(command, generate):
    counts = {}
    with tempfile.TemporaryDirectory() as base:
        base = pathlib.Path(base)
        folders = {OWN: ROOT}
        for record, words in COMMANDS:
            if record not in folders:
                folders[record] = base / "x".join(map(str, record))
                subprocess.run([generate, *map(str, record), folders[record]], check=True)
            name = record if record == OWN else f"{record[0]} rounds of {record[1]} items"
            counts[f"{words}, {name}"] = instructions(command, words.split(), folders[record], base)
    return counts


def instructions(command, words, folder, base, ends=(0,)):
    """The instructions of one run, in an environment that is the same everywhere."""
    tool = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={base / 'out'}"]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(base), "LC_ALL": "C.UTF-8"}
    run = subprocess.run(
        [*tool, command, *words], cwd=folder, env=environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )
    found = re.search(r"Collected : (\d+)", run.stderr)
    assert run.returncode in ends and found, f"{words}: {run.returncode}\n{run.stderr}"
    return int(found[1])


sys.exit(main())

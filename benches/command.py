#!/usr/bin/env python3
"""Holds the whole command against its peers and prints the table of goals.

Usage: benches/command.py [quick] [built]

Builds the release program and the helpers in examples/, makes the records in a temporary folder,
and runs the command and each peer in turn, so that both meet the same noise. Each figure is the
median of five ratios. With `quick`,
records are a tenth of their size; with `built`, the programs are there already.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUICK, BUILT = ("quick" in sys.argv, "built" in sys.argv)
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
TOOL = TARGET / "rapporteur"
PAIRS = 5


class Run:
    """One process: wall and processor seconds, and its peak memory in bytes."""

    def __init__(self, command, folder):
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        _, _, usage = os.wait4(process.pid, 0)
        self.wall = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024


def pairs(one, other, folder, measure=lambda run: run.wall, times=PAIRS, repeat=1):
    """The median ratio of two commands, run side by side, and the median of each."""
    ratios, ones, others = [], [], []
    for _ in range(times):
        mine = statistics.median(measure(Run(one, folder)) for _ in range(repeat))
        peer = statistics.median(measure(Run(other, folder)) for _ in range(repeat))
        ratios.append(mine / peer)
        ones.append(mine)
        others.append(peer)
    return statistics.median(ratios), statistics.median(ones), statistics.median(others)


def row(goal, must, figure, detail):
    print(f"| {goal} | {must} | {figure} | {detail} |", flush=True)


def build():
    examples = ["--example", "generate", "--example", "events", "--example", "hello", "--example", "changes"]
    command = ["cargo", "build", "--release", "--quiet", "--locked", "--bin", "rapporteur"]
    subprocess.run(command, cwd=ROOT, check=True)
    subprocess.run(["cargo", "build", "--release", "--quiet", "--locked", *examples], cwd=ROOT, check=True)


def record(base, rounds, items):
    folder = base / f"{rounds}x{items}"
    generate = TARGET / "examples" / "generate"
    subprocess.run([generate, str(rounds), str(items), folder], check=True)
    return folder, folder / "rounds" / "east-west"


def exponent(small, large, factor):
    from math import log
    return log(large / small) / log(factor)


def pair(base):
    items = 10_000 if QUICK else 100_000
    folder, rounds = record(base, 2, items)
    files = [rounds / "1.yaml", rounds / "2.yaml"]
    size = sum(file.stat().st_size for file in files)
    ours = [TOOL, "compare", "1", "2", "--format", "json", "-q"]
    diff = ["git", "diff", "--no-index", *files]
    ratio, mine, peer = pairs(ours, diff, folder)
    row("P1 pair ÷ `git diff --no-index`", "≤ 1.15", f"{ratio:.2f}", f"{mine:.2f} s ÷ {peer:.2f} s")
    # On more the script takes minutes.
    fewer, rounds = record(base, 2, 10_000)
    script = ["python3", ROOT / "benches/peers/by_id.py", rounds / "1.yaml", rounds / "2.yaml"]
    ratio, mine, peer = pairs(ours, script, fewer, times=3)
    row("P1 pair of 10,000, faster than a PyYAML script", "16 ×", f"{1 / ratio:.1f} ×", f"{mine:.2f} s, {peer:.2f} s")
    events = [TARGET / "examples" / "events", *files]
    ratio, mine, peer = pairs(ours, events, folder, measure=lambda run: run.cpu)
    row("P2 whole command with its JSON ÷ raw events, CPU", "–", f"{ratio:.2f}", f"{mine:.2f} s ÷ {peer:.2f} s")
    compared = [TARGET / "examples" / "changes"]
    ratio, mine, peer = pairs(compared, events, folder, measure=lambda run: run.cpu)
    row("P2 load, check and compare ÷ raw events, CPU", "≤ 1.6", f"{ratio:.2f}", f"{mine:.2f} s ÷ {peer:.2f} s")
    checked = [TOOL, "check", "-q"]
    ratio, mine, peer = pairs(checked, events, folder, measure=lambda run: run.cpu)
    row("P2 `check` ÷ raw events, CPU", "≤ 1.6", f"{ratio:.2f}", f"{mine:.2f} s ÷ {peer:.2f} s")
    memory = Run(ours, folder).memory / size
    row("P5 peak memory ÷ bytes read, pair", "≤ 4.2", f"{memory:.1f}", f"{size / 1e6:.0f} MB read")
    small, _ = record(base, 2, 1_000)
    times = [statistics.median(Run(ours, at).cpu for _ in range(PAIRS)) for at in (small, folder)]
    factor = items // 1_000
    row("P4 growth of `compare` over items", "≤ 1.05", f"{exponent(*times, factor):.2f}", f"{times[0]:.3f} s, {times[1]:.2f} s for {factor} times as many")


def start():
    hello = [TARGET / "examples" / "hello"]
    for name, words in [
        ("text", ["compare", "2", "3"]),
        ("JSON", ["compare", "2", "3", "--format", "json"]),
        ("Markdown", ["compare", "2", "3", "--format", "markdown"]),
        ("`--version`", ["--version"]),
    ]:
        ratio, mine, peer = pairs([TOOL, *words], hello, ROOT, times=11, repeat=9)
        must = "≤ 1.3" if name == "`--version`" else "≤ 4"
        row(f"P3 real rounds, {name} ÷ hello world", must, f"{ratio:.1f}", f"{mine * 1000:.2f} ms ÷ {peer * 1000:.2f} ms")


def long(base):
    rounds = 500 if QUICK else 5000
    folder, files = record(base, rounds, 40)
    ours, loaded = [TOOL, "history", "--format", "json", "-q"], [TOOL, "check", "-q"]
    ratio, mine, peer = pairs(ours, loaded, folder)
    row(f"P6 history of {rounds} rounds ÷ `check` of them", "≤ 2 (5,000)", f"{ratio:.2f}", f"{mine:.2f} s ÷ {peer:.2f} s")
    size = sum(file.stat().st_size for file in files.iterdir())
    row("P5 peak memory ÷ bytes read, series", "≤ 4.2", f"{Run(ours, folder).memory / size:.1f}", f"{size / 1e6:.0f} MB read")
    small, _ = record(base, rounds // 10, 40)
    times = [statistics.median(Run(ours, at).cpu for _ in range(PAIRS)) for at in (small, folder)]
    row("P4 growth of `history` over rounds", "≤ 1.05", f"{exponent(*times, 10):.2f}", f"{times[0]:.2f} s, {times[1]:.2f} s for ten times as many")
    rounds = 50 if QUICK else 500
    folder, files = record(base, rounds, 40)
    report = [TOOL, "report", "--all", "-q"]
    first = Run(report, folder).wall
    again = statistics.median(Run(report, folder).wall for _ in range(PAIRS))
    row(f"P7 `report --all` on {rounds} rounds, again", "20 × (500)", f"{first / again:.0f} ×", f"{first:.1f} s, then {again:.2f} s")
    for number in (rounds, rounds // 2):
        with open(files / f"{number}.yaml", "a") as edited:
            edited.write("# a remark\n")
        after = Run(report, folder).wall
        row(f"P7 the same after an edit of round {number}", "–", f"{first / after:.1f} ×", f"{first:.1f} s, then {after:.2f} s")


def review(base):
    rounds = 500 if QUICK else 5000
    folder, files = record(base, rounds, 40)
    # Left alone, git would begin to pack beside what is timed.
    git = ["git", "-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"]
    def run(*words):
        subprocess.run([*git, *words], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    run("init", "-q")
    run("add", ".")
    run("commit", "-q", "-m", "base")
    middle = files / f"{rounds // 2}.yaml"
    middle.write_text(middle.read_text().replace("salience: listed", "salience: central", 1))
    run("commit", "-q", "-a", "-m", "head")
    # As a clone has it.
    run("gc", "-q")
    ours = [TOOL, "review", "--base", "HEAD~1", "--head", "HEAD", "-q"]
    loaded = [TOOL, "check", "-q"]
    stat = ["git", "diff", "--stat", "HEAD~1", "HEAD"]
    mine, load, peer = (statistics.median(Run(command, folder).wall for _ in range(3)) for command in (ours, loaded, stat))
    share = f"{mine / load:.1f} × `check` of one side"
    row(f"P8 review of 1 of {rounds} rounds ÷ `git diff --stat`", "≤ 3 past the load", f"{mine / peer:.0f}; past one load {(mine - load) / peer:.0f}", f"{mine:.2f} s ÷ {peer * 1000:.1f} ms; {share}")


def main():
    if not BUILT:
        build()
    base = Path(tempfile.mkdtemp(prefix="rapporteur-"))
    print("| goal | must | figure | medians |\n|---|---|---|---|")
    try:
        start()
        pair(base)
        long(base)
        review(base)
        size = TOOL.stat().st_size / 1e6
        row("P10 size of the program", "8 MB", f"{size:.1f} MB", "default features, stripped")
    finally:
        shutil.rmtree(base)


main()

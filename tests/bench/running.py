# SPDX-License-Identifier: Apache-2.0
"""What the benches share: running the real program, what that cost, what it wrote, and gold beads of a set."""
import argparse
import ast
import dataclasses
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAME = pathlib.Path(sys.argv[0]).name


def fail(message):
    """Ends the bench as wrong arguments do."""
    print(f"{NAME}: {message}", file=sys.stderr)
    sys.exit(2)


def parser_of(doc):
    """A parser of arguments that prints a script's own words as help; has --build."""
    parser = argparse.ArgumentParser(prog=NAME, description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", metavar="DIR", type=lambda folder: pathlib.Path(folder).resolve(), default=ROOT / "build/release",
                        help="default: build/release")
    return parser


def weft_of(build):
    """The program of a build folder."""
    program = build / "bin/weft"
    if not os.access(program, os.X_OK):
        fail(f"{program}: no such program; build it (cmake --preset release && cmake --build --preset release) "
             "or name a build folder with --build")
    return program


@dataclasses.dataclass
class Cost:
    """One process: its exit status, seconds by the clock and of CPU, peak memory in MB, what it wrote to standard output
    and to standard error (empty where that was not asked for)."""
    status: int
    seconds: float
    cpu: float
    megabytes: float
    output: str
    errors: str


def measured(command, cwd=None, keep=""):
    """Runs a command. Keeps what `keep` names of "output" and "errors"; the rest goes where this program's does."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = time.monotonic()
        child = subprocess.Popen([str(word) for word in command], cwd=cwd, stdout=output if "output" in keep else None,
                                 stderr=errors if "errors" in keep else None)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        return Cost(child.returncode, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024,
                    output.read().decode(errors="replace"), errors.read().decode(errors="replace"))


def run_weft(build, folder, pipeline, jobs=1, more=(), log="error", keep=""):
    """Writes the pipeline into a folder and runs it with its outputs beside it, in `jobs` threads (None: one a processor): the
    cost and the report. The report is None where the run failed and `keep` has "errors"; else the bench ends."""
    (folder / "pipeline.xml").write_text(pipeline, encoding="utf-8")
    (folder / "report.json").unlink(missing_ok=True)
    cost = measured([weft_of(build), "run", folder / "pipeline.xml", "--out", folder, "--quiet", "--log-level", log,
                     "--report", folder / "report.json", *(("--jobs", jobs) if jobs else ()), *more], keep=keep)
    if cost.status in (0, 1):
        return cost, json.loads((folder / "report.json").read_text("utf-8"))
    if "errors" not in keep:
        fail(f"weft ended with {cost.status}; what it wrote above says why")
    return cost, None


def rows_of(path):
    """The objects of a file of JSON lines."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def write_rows(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def gold_of(document):
    """The gold beads with two sides of a folder with src.txt, tgt.txt and gold.txt (a line [0,1]:[2]), in order: lists of
    sentences of the source, and of the target, without the white space around them."""
    sides = [(document / name).read_text(encoding="utf-8").split("\n") for name in ("src.txt", "tgt.txt")]
    for line in (document / "gold.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        lines = [ast.literal_eval(part) for part in line.split(":")[:2]]
        if lines[0] and lines[1]:
            yield tuple([side[i].strip() for i in numbers if i < len(side)] for side, numbers in zip(sides, lines))


def documents_of(folder):
    """The documents of a set that have gold beads, by name."""
    return sorted(path.parent for path in folder.glob("*/gold.txt"))

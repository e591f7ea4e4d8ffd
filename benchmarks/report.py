"""Runs the benchmarks, each in a process of its own, and with `--write` puts what they found into docs/benchmarks.md.

A benchmark that fails is named, and its rows are left out; the others are run all the same.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import qVersion

from benchmarks.result import RESULTS, Result, read

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
BEGIN, END = "<!-- ./bench --write: from here -->", "<!-- ./bench --write: to here -->"
HEAD = "| what | measured | beside | ratio | goal |\n|---|---:|---|---:|---:|"


def all_names() -> list[str]:
    """Return every module of this folder that measures something."""
    found = sorted(Path(__file__).parent.glob("[a-z]*.py"))
    return [path.stem for path in found if "hand_over(" in path.read_text("utf-8") and path.stem not in _OWN]


_OWN = ("report", "result")


def run(name: str) -> list[Result] | None:
    """Run a benchmark, which prints as it goes; None where it failed."""
    with tempfile.TemporaryDirectory(prefix="r2p-bench-") as folder:
        path = Path(folder) / "results.json"
        command = [sys.executable, "-m", f"benchmarks.{name}"]
        done = subprocess.run(command, env={**os.environ, RESULTS: str(path)}, check=False)
        return read(path) if done.returncode == 0 and path.exists() else None


def row(name: str, result: Result) -> str:
    """Return the row of a result; a goal that is missed stands in bold."""
    ratio = f"{result.ratio:.2f}" if result.ratio is not None else ""
    value = f"{figure(result.value)} {result.unit}".strip()
    if result.misses:
        ratio, value = (ratio, f"**{value}**") if result.goal_is_value else (f"**{ratio}**", value)
    beside = f"{result.against}, {figure(result.floor)} {result.unit}" if result.floor is not None else result.against
    goal = "" if result.goal is None else f"{result.goal:g}{' ' + result.unit if result.goal_is_value else ''}"
    what = f"{result.what} (`{name}`)" + (f"; {result.detail}" if result.detail else "")
    return f"| {what} | {value} | {beside}{' (another program)' if result.is_peer else ''} | {ratio} | {goal.strip()} |"


def figure(value: float) -> str:
    """Return a number with about three digits."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2g}"


def table(found: Sequence[tuple[str, list[Result] | None]], day: date, machine: str) -> str:
    """Return the part of the page that is written by this program."""
    rows = [row(name, result) for name, results in found for result in results or ()]
    missed = sum(result.misses for _name, results in found for result in results or ())
    failed = [f"`{name}`" for name, results in found if results is None]
    parts = [f"Written by `./bench --write` on {day:%d %B %Y}: {machine}. Goals missed: {missed}, in bold."]
    parts += [f"Failed and left out: {', '.join(failed)}."] if failed else []
    return "\n".join([BEGIN, " ".join(parts), "", HEAD, *rows, END])


def machine() -> str:
    """Return this machine in words."""
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    versions = f"Python {platform.python_version()}, Qt {qVersion()}"
    return f"{platform.system()} on {platform.machine()}, {os.cpu_count()} cores{load}, {versions}"


def with_table(page: str, made: str) -> str:
    """Return the page with another table; the words around it stay."""
    before, _, rest = page.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"{PAGE} has no place for the table")
    return before + made + after


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./bench", description="Run the benchmarks.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="a module of benchmarks/; without any, all of them")
    parser.add_argument("--write", action="store_true", help="run all and renew the table of docs/benchmarks.md")
    options = parser.parse_args(arguments)
    if options.write and options.names:
        parser.error("--write runs all of them")
    about = machine()
    found = [(name, run(name)) for name in options.names or all_names()]
    failed = list(_failed(found))
    if options.write:
        made = table(found, date.today(), about)
        PAGE.write_text(with_table(PAGE.read_text("utf-8"), made), "utf-8")
    print(*failed, sep="\n", end="", file=sys.stderr)
    return 1 if failed else 0


def _failed(found: Sequence[tuple[str, list[Result] | None]]) -> Iterator[str]:
    yield from (f"{name} failed\n" for name, results in found if results is None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

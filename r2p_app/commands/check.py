"""`r2p check`: every fault of a content pack, one line each."""

import argparse
import contextlib
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from r2p_app.content.files import read as read_file
from r2p_app.content.load import load_pack
from r2p_app.content.problems import Faults, Level, Problem
from r2p_app.content.translations import missing
from r2p_app.lessons import own
from r2p_app.paths import cache_dir, content_dir

FAULTY, UNUSABLE = 1, 2
"""Exit statuses: the pack has errors; there is no pack to check."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `r2p check`."""
    parser.add_argument(
        "path",
        nargs="?",
        type=Path,
        metavar="PATH",
        help="a pack's folder, or a file of own lessons; without it, the pack of --content or the shipped one",
    )
    parser.add_argument("--format", choices=tuple(_FORMATS), default="text", help="how faults are written")
    parser.add_argument("--translations", default="", metavar="LANG", help="list what is not translated, too")


def run(namespace: argparse.Namespace) -> int:
    """Check the pack and write what was found to standard output."""
    pack = namespace.content or content_dir()
    path = _near(namespace.path or pack)
    missed = next((each for each in (path, pack) if not each.exists()), None)
    if missed is not None:
        sys.stderr.write(f"r2p check: there is no folder or file {missed}\n")
        return UNUSABLE
    if path.is_dir():
        root, problems = path, _find(path, namespace.translations)
    else:
        root, problems = path.parent, _find_in_lessons(path, pack)
    write = _FORMATS[namespace.format]
    sys.stdout.write(write([_placed(problem, root) for problem in problems]))
    return FAULTY if any(problem.level is Level.ERROR for problem in problems) else 0


def _near(folder: Path) -> Path:
    """Name a folder below the current one from there, so that terminals and editors can open the places listed."""
    with contextlib.suppress(ValueError, OSError):
        return folder.relative_to(Path.cwd())
    return folder


def _find(root: Path, language: str) -> list[Problem]:
    with _progress() as report:
        library = load_pack(root, cache=cache_dir(), progress=report)
        lacking = missing(root, library, language) if language else []
    return sorted([*library.problems, *lacking])


def _find_in_lessons(path: Path, pack: Path) -> list[Problem]:
    """Check a file of lessons beside a pack."""
    faults = Faults(path.name)
    data = read_file(path.parent, path.name, faults)
    if data is None:
        return faults.found
    with _progress() as report:
        library = load_pack(pack, cache=cache_dir(), progress=report)
    return list(own.read(path.name, data, library).problems)


@contextlib.contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """Count files on a terminal, and leave no trace of it."""
    if not sys.stderr.isatty():
        yield None
        return
    try:
        yield lambda done, total: _show(f"\rReading file {done} of {total}")
    finally:
        _show("\r\x1b[K")


def _show(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


def _placed(problem: Problem, root: Path) -> Problem:
    return msgspec.structs.replace(problem, file=(root / problem.file).as_posix())


def _text(problems: Sequence[Problem]) -> str:
    return "".join(f"{line}\n" for line in (*problems, _summary(problems)))


def _summary(problems: Sequence[Problem]) -> str:
    if not problems:
        return "No faults."
    errors = sum(problem.level is Level.ERROR for problem in problems)
    return f"{_counted(errors, 'error')}, {_counted(len(problems) - errors, 'warning')}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _json(problems: Sequence[Problem]) -> str:
    errors = sum(problem.level is Level.ERROR for problem in problems)
    document = {
        "errors": errors,
        "warnings": len(problems) - errors,
        "problems": [msgspec.to_builtins(problem) for problem in problems],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _github(problems: Sequence[Problem]) -> str:
    """Write workflow commands, which a run on GitHub shows beside the lines of a change."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def _annotation(problem: Problem) -> str:
    hint = f" ({problem.hint})" if problem.hint else ""
    place = f"file={_escaped(problem.file, ':,')},line={max(problem.line, 1)},col={max(problem.column, 1)}"
    return f"::{problem.level.value} {place},title={problem.code}::{_escaped(problem.message + hint)}"


def _escaped(text: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


_FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {"text": _text, "json": _json, "github": _github}

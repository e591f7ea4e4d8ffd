"""Which files belong to a pack, and what their place says about them."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from r2p_app.content.problems import Faults, Level, Problem
from r2p_app.content.reader import MAX_BYTES

PACK_FILE = "pack.yaml"
CASES = "cases"
MAX_FILES = 5_000
MAX_TOTAL = 64_000_000

_LANGUAGE = re.compile(r"\.([a-z]{2,3}(?:-[A-Z][A-Za-z]{1,3})?)\Z")
_DIGITS = re.compile(r"(\d+)")


class PackFile(NamedTuple):
    """One file of content.

    `path` is relative to the pack, with forward slashes; `case` the id of the case whose folder it stands in;
    `language` the language of an overlay, "" for the text itself; `base` the file an overlay belongs to.
    """

    path: str
    case: str = ""
    language: str = ""
    base: str = ""

    @property
    def is_chapter(self) -> bool:
        """Tell Markdown from YAML."""
        return self.path.endswith(".md")

    @classmethod
    def at(cls, path: str) -> "PackFile":
        """Return what the path says."""
        parts = PurePosixPath(path)
        case = parts.parts[1] if parts.parts[0] == CASES and len(parts.parts) > 2 else ""
        match = _LANGUAGE.search(parts.stem)
        if match is None:
            return cls(path, case)
        base = str(parts.with_name(parts.stem[: match.start()] + parts.suffix))
        return cls(path, case, match[1], base)


def natural(path: str) -> tuple[tuple[str, int, str], ...]:
    """Return a sort key in which `ch-10` follows `ch-9`."""
    pieces = _DIGITS.split(path)
    return tuple(
        (text, int(pieces[2 * i + 1][:18]) if 2 * i + 1 < len(pieces) else -1, path)
        for i, text in enumerate(pieces[::2])
    )


def scan(root: Path) -> tuple[list[PackFile], list[Problem]]:
    """Return the files of the pack in a fixed order, and what was refused."""
    problems: list[Problem] = []
    found: list[str] = []
    total = 0
    for path, size in _walk(root, "", problems):
        total += size
        found.append(path)
        if len(found) > MAX_FILES or total > MAX_TOTAL:
            message = f"the pack is larger than {MAX_FILES:,} files or {MAX_TOTAL:,} bytes; the rest is left out"
            problems.append(Problem(path, 0, 0, Level.ERROR, message, "split it into several packs", "pack-size"))
            break
    return [PackFile.at(path) for path in sorted(found, key=natural)], problems


def _walk(folder: Path, prefix: str, problems: list[Problem]) -> Iterator[tuple[str, int]]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        reason = error.strerror or "unknown error"
        problems.append(Problem(prefix or ".", 0, 0, Level.ERROR, f"the folder cannot be read: {reason}", "", "file"))
        return
    for entry in entries:
        yield from _entry(entry, prefix + entry.name, problems)


def _entry(entry: "os.DirEntry[str]", path: str, problems: list[Problem]) -> Iterator[tuple[str, int]]:
    if entry.name.startswith("."):
        return
    faults = Faults(path)
    if entry.is_symlink():
        faults.error(None, "symbolic links are not followed", "put the file itself here", code="file-link")
    elif entry.is_dir(follow_symlinks=False):
        yield from _walk(Path(entry.path), path + "/", problems)
    elif entry.name.endswith(".yml"):
        faults.error(None, "this file is not read", "name it .yaml", code="file-name")
    elif entry.name.endswith(".yaml") or (entry.name.endswith(".md") and PackFile.at(path).case):
        info = entry.stat(follow_symlinks=False)
        if stat.S_ISREG(info.st_mode):
            yield path, min(info.st_size, MAX_BYTES + 1)
    problems.extend(faults.found)


def read(root: Path, path: str, faults: Faults) -> bytes | None:
    """Return the bytes of a file, at most one more than allowed; links that appeared meanwhile are refused."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with os.fdopen(os.open(root / path, flags), "rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        faults.error(None, f"the file cannot be read: {error.strerror or error}", code="file")
        return None

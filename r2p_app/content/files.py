"""Which files belong to a pack, what their place says about them, and whether anything has changed."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from r2p_app.content.problems import Faults, Problem

PACK_FILE = "pack.yaml"
CASES = "cases"
MAX_FILES = 5_000
MAX_BYTES = 1_000_000
MAX_TOTAL = 64_000_000
MAX_DEPTH = 12

_SUFFIXES = (".yaml", ".yml", ".md")
_LANGUAGE = re.compile(r"\.([a-z]{2,3}(?:-[A-Z][A-Za-z]{1,3})?)\Z")
_DIGITS = re.compile(r"([0-9]+)")


class Stamp(NamedTuple):
    """What the file system says about an entry without reading it."""

    path: str
    mode: int
    size: int
    modified: int
    changed: int
    inode: int


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


def stamps(root: Path) -> list[Stamp]:
    """Return what is in the pack's folder, in no particular order: content files, links, and folders not entered."""
    found: list[Stamp] = []
    for stamp in _walk(str(root), "", 0):
        found.append(stamp)
        if len(found) > MAX_FILES:
            break
    return found


def _walk(folder: str, prefix: str, depth: int) -> Iterator[Stamp]:
    try:
        with os.scandir(folder) as listing:
            entries = list(listing)
    except OSError:
        yield Stamp(prefix or ".", 0, 0, 0, 0, 0)
        return
    for entry in entries:
        name = entry.name
        if name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False) and depth < MAX_DEPTH:
            yield from _walk(entry.path, f"{prefix}{name}/", depth + 1)
        elif name.endswith(_SUFFIXES) or entry.is_symlink() or entry.is_dir(follow_symlinks=False):
            info = entry.stat(follow_symlinks=False)
            yield Stamp(prefix + name, info.st_mode, info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino)


def select(found: list[Stamp]) -> tuple[list[PackFile], list[Problem]]:
    """Return the files to read, in a fixed order (`ch-10` after `ch-9`), and what is refused."""
    problems: list[Problem] = []
    files: list[PackFile] = []
    total = 0
    for stamp in sorted(found, key=lambda stamp: natural(stamp.path)):
        faults = Faults(printable(stamp.path))
        file = PackFile.at(stamp.path)
        if _is_content(stamp, file, faults):
            total += min(stamp.size, MAX_BYTES + 1)
            if len(files) >= MAX_FILES or total > MAX_TOTAL:
                _refuse_size(faults)
                return files, [*problems, *faults.found]
            files.append(file)
        problems += faults.found
    return files, problems


def _is_content(stamp: Stamp, file: PackFile, faults: Faults) -> bool:
    if not stamp.path.isprintable():
        faults.error(None, "the name holds characters that cannot be shown", "rename it", code="file-name")
    elif stamp.mode == 0:
        faults.error(None, "the folder cannot be read", "check its permissions", code="file")
    elif stat.S_ISLNK(stamp.mode):
        faults.error(None, "symbolic links are not followed", "put the file itself here", code="file-link")
    elif stat.S_ISDIR(stamp.mode):
        faults.error(None, f"folders are nested deeper than {MAX_DEPTH}", "move its files up", code="file-depth")
    elif not stat.S_ISREG(stamp.mode):
        faults.error(None, "this is not a file", "delete it", code="file")
    elif stamp.path.endswith(".yml"):
        faults.error(None, "this file is not read", "name it .yaml", code="file-name")
    else:
        return file.case != "" or not file.is_chapter  # Markdown outside the cases is for authors
    return False


def printable(text: str) -> str:
    """Return a name of the file system without characters that a terminal would obey or nobody could encode."""
    return "".join(character if character.isprintable() else "�" for character in text)


def _refuse_size(faults: Faults) -> None:
    message = f"the pack is larger than {MAX_FILES:,} files or {MAX_TOTAL:,} bytes: the rest is left out"
    faults.error(None, message, "split it into several packs", code="pack-size")


def natural(path: str) -> list[tuple[str, int]]:
    """Return a sort key in which numbers count as numbers."""
    pieces = _DIGITS.split(path)
    numbers = [int(piece[:18]) for piece in pieces[1::2]]
    return list(zip(pieces[::2], [*numbers, -1], strict=True))


def read(root: Path, path: str, faults: Faults) -> bytes | None:
    """Return the bytes of a file, at most one more than allowed; a link that has come in its place is refused."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with os.fdopen(os.open(root / path, flags), "rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        faults.error(None, f"the file cannot be read: {error.strerror or error}", code="file")
        return None

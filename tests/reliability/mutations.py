"""Packs as they come from slips, bad copies and bad intentions: one file of the shipped pack, changed at random."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from r2p_app.content.files import PackFile, stamps
from r2p_app.content.problems import Problem

_TOKEN = re.compile(rb"[^\s]+")
_HOSTILE = (
    *(b"\x00", b"\xff\xfe", b"\xc3\x28", b"\t", b"\r", b"\xef\xbb\xbf", "\u202e\u2028\u0085".encode(), b"\xed\xa0\x80"),
    *(
        b"&a [*a, *a]",
        b"!!python/object:os.system x",
        b"<<: *x",
        b"? ",
        b"- - - - - -",
        b"%YAML 9.9\n",
        b"---\n...\n---\n",
    ),
    *(b"[" * 200, b"{a: " * 200, b"> " * 300, b"  " * 400, b"*" * 500, b"`" * 300, b"[x](" * 150, b"| " * 200),
    *(
        b"::: ",
        b"[^1]: x",
        b"<script>alert(1)</script>",
        b"r2p://",
        b"r2p://[",
        b"r2p://event/%ff#%00",
        b"javascript:x",
    ),
    *(
        b"1e999",
        b"-0",
        b"9" * 400,
        b".nan",
        b"9999-99-99",
        b"-99999-01-01/..",
        b"2001-02-30",
        b"199X",
        b"~",
        b"NO",
        b"{}",
    ),
)


class Mutant(NamedTuple):
    """One changed file of the pack, and what was done to it."""

    file: PackFile
    data: bytes
    how: str


def shipped(root: Path) -> list[tuple[PackFile, bytes]]:
    """Return the files of the pack."""
    paths = sorted(stamp.path for stamp in stamps(root) if stamp.path.endswith((".yaml", ".md")))
    return [(PackFile.at(path), (root / path).read_bytes()) for path in paths]


def write_pack(root: Path, files: list[tuple[PackFile, bytes]]) -> Path:
    """Write the files to a folder of their own, and return it."""
    for file, data in files:
        (root / file.path).parent.mkdir(parents=True, exist_ok=True)
        (root / file.path).write_bytes(data)
    return root


def mutants(files: list[tuple[PackFile, bytes]], seed: int) -> Iterator[Mutant]:
    """Yield changed files without end, the same for the same seed."""
    rng = Random(seed)
    while True:
        file, data = rng.choice(files)
        names = [rng.choice(list(_WAYS)) for _ in range(rng.choice((1, 1, 1, 2, 4)))]
        for name in names:
            data = _WAYS[name](data, rng)
        yield Mutant(file, data, "+".join(names))


ABOUT_THE_WHOLE = frozenset(("file", "file-empty", "file-size", "file-faults", "pack-file"))
"""The codes of faults that concern a file as a whole, and stand at no line."""


def misplaced(problems: tuple[Problem, ...]) -> list[Problem]:
    """Return the faults that name no file, or no line although there is one."""
    return [p for p in problems if not p.file or (p.line < 1 and p.code not in ABOUT_THE_WHOLE)]


def _at(data: bytes, rng: Random) -> int:
    return rng.randrange(len(data) + 1)


def _flip(data: bytes, rng: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 6) if data else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _cut(data: bytes, rng: Random) -> bytes:
    return data[: _at(data, rng)]


def _drop(data: bytes, rng: Random) -> bytes:
    start = _at(data, rng)
    return data[:start] + data[start + rng.choice((1, 3, 40, 2000)) :]


def _insert(data: bytes, rng: Random) -> bytes:
    start = _at(data, rng)
    return data[:start] + rng.choice(_HOSTILE) + data[start:]


def _lines(data: bytes, rng: Random) -> bytes:
    """Drop, double, swap or shift a line."""
    lines = data.split(b"\n")
    at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case _:
            lines[at] = b" " * rng.randint(0, 9) + lines[at].lstrip()
    return b"\n".join(lines)


def _token(data: bytes, rng: Random) -> bytes:
    """Put another token of the file, or a hostile one, in the place of one."""
    found = list(_TOKEN.finditer(data))
    if not found:
        return rng.choice(_HOSTILE)
    at, other = rng.choice(found), rng.choice(found)
    new = rng.choice(_HOSTILE) if rng.random() < 0.4 else other.group()
    return data[: at.start()] + new + data[at.end() :]


def _repeat(data: bytes, rng: Random) -> bytes:
    start = _at(data, rng)
    return data[:start] + data[start : start + 200] * rng.choice((2, 20, 300)) + data[start:]


_WAYS: dict[str, Callable[[bytes, Random], bytes]] = {
    "flip": _flip,
    "cut": _cut,
    "drop": _drop,
    "insert": _insert,
    "lines": _lines,
    "token": _token,
    "repeat": _repeat,
}

"""One file of the pack, analysed: its records and everything that checks across files need to know about it.

A unit depends on the file alone, so that it can be kept for as long as the file does not change.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Generic, TypeVar

import msgspec

from r2p_app.content import markup
from r2p_app.content.checks.table import check
from r2p_app.content.decoding import decode
from r2p_app.content.files import PackFile
from r2p_app.content.kinds import BY_NAME, Kind
from r2p_app.content.nodes import Mapping, Node, Scalar
from r2p_app.content.overlay import links_in, without_html
from r2p_app.content.parse import PACK, Content, compose_chapter, declared, parse
from r2p_app.content.pointers import BadLink, Pointer, of_chapter, pointers
from r2p_app.content.problems import Faults, Problem
from r2p_app.content.reader import compose
from r2p_app.content.schema_line import check_schema_line
from r2p_app.content.subjects import Subject

T = TypeVar("T")

_ENCODER = msgspec.msgpack.Encoder()


class Unit(msgspec.Struct, Generic[T], frozen=True, array_like=True, gc=False):
    """What one file says.

    `places` are line and column of each record, `left_out` the ids of records that could not be used, `anchors` those
    of a chapter, `overlay` the whole content of a translation.
    """

    kind: str = ""
    records: tuple[T, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    left_out: tuple[str, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    anchors: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    overlay: Node | None = None


def analyse(file: PackFile, data: bytes) -> Unit[Any]:
    """Read, build and check one file."""
    faults = Faults(file.path)
    text = decode(data, faults)
    if text is None:
        return Unit(left_out=declared(data.decode(errors="replace")), problems=tuple(faults.found))
    if file.language:
        return read_overlay(text, file, faults)
    return _unit(parse(text, file, faults), text, file, faults)


def _unit(content: Content, text: str, file: PackFile, faults: Faults) -> Unit[Any]:
    if content.kind is None:
        return Unit(left_out=content.left_out, problems=tuple(faults.found))
    check_schema_line(text, content.kind, file, faults)
    sound = check(content.subjects, faults)
    dropped = tuple(subject.id for subject in content.subjects if subject not in sound)
    anchors = [anchor for subject in sound if subject.text for anchor in sorted(subject.text.anchors)]
    found = [pointer for subject in sound for pointer in _pointers(subject, faults)]
    return Unit(
        kind=content.kind.name,
        records=tuple(subject.item for subject in sound),
        places=tuple((subject.node.line, subject.node.column) for subject in sound),
        left_out=content.left_out + dropped,
        pointers=tuple(found),
        anchors=tuple(anchors),
        problems=tuple(faults.found),
    )


def _pointers(subject: Subject, faults: Faults) -> Iterator[Pointer]:
    if subject.text is not None:
        faults.found += subject.text.problems
    return _sound(pointers(subject), faults)


def _sound(found: Iterable[Pointer | BadLink], faults: Faults) -> Iterator[Pointer]:
    """Report links that cannot lead anywhere, and pass the rest on."""
    for pointer in found:
        if isinstance(pointer, BadLink):
            faults.error(pointer.at, pointer.message, pointer.hint, code="link-form")
        else:
            yield pointer


def read_overlay(text: str, file: PackFile, faults: Faults) -> Unit[Any]:
    """Read a translation: what its words may hold is checked here, what they belong to when files are put together."""
    root = compose_chapter(text, faults) if file.is_chapter else compose(text, faults)
    if root is None:
        return Unit(problems=tuple(faults.found))
    words = without_html(root, faults)
    found = list(_sound(links_in(words), faults))
    body = root.find("body") if isinstance(root, Mapping) and file.is_chapter else None
    if isinstance(body, Scalar):
        chapter = markup.parse(body.text, body.line, file.path)
        faults.found += chapter.problems
        found += _sound(of_chapter("", chapter), faults)
    return Unit(overlay=words, pointers=tuple(found), problems=tuple(faults.found))


def encode(unit: Unit[Any]) -> bytes:
    """Return the bytes to keep: the name of the kind, then the unit."""
    return unit.kind.encode() + b"\n" + _ENCODER.encode(unit)


def decode_unit(data: bytes) -> Unit[Any] | None:
    """Return the unit, or None for anything else than `encode` made."""
    name, _, rest = data.partition(b"\n")
    try:
        unit: Unit[Any] = _decoder(name.decode()).decode(rest)
    except (ValueError, msgspec.MsgspecError):
        return None
    return unit


@cache
def _decoder(kind: str) -> msgspec.msgpack.Decoder[Any]:
    known: dict[str, Kind] = {**BY_NAME, PACK.name: PACK}
    if kind and kind not in known:
        raise ValueError(f"unknown kind {kind!r}")
    type_: Any = known[kind].type if kind else None
    return msgspec.msgpack.Decoder(Unit[type_])

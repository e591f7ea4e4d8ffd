"""A whole library as bytes: one index, and one section for each kind, read when that kind is first asked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Generic, TypeVar

import msgspec

from r2p_app.content.kinds import BY_NAME
from r2p_app.content.library import Entry
from r2p_app.content.model import PackInfo
from r2p_app.content.problems import Problem

T = TypeVar("T")


class Index(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What is known of a library before any record is read: its ids by kind, among the rest."""

    pack: PackInfo
    problems: tuple[Problem, ...]
    ids: dict[str, list[str]]


class Section(msgspec.Struct, Generic[T], frozen=True, array_like=True, gc=False):
    """The records of one kind. `files` are names with their case, `at` is the file, line and column of each record."""

    files: list[tuple[str, str]]
    at: list[tuple[int, int, int]]
    records: list[T]


_ENCODER = msgspec.msgpack.Encoder()
_INDEX = msgspec.msgpack.Decoder(Index)


def pack_index(pack: PackInfo, entries: Iterable[Entry], problems: Iterable[Problem]) -> bytes:
    """Return the index as bytes."""
    ids: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        ids[entry.kind].append(entry.id)
    return _ENCODER.encode(Index(pack, tuple(problems), ids))


def unpack_index(data: bytes) -> Index:
    """Return the index; raise `msgspec.MsgspecError` for anything else."""
    return _INDEX.decode(data)


def pack_sections(entries: Iterable[Entry]) -> Mapping[str, bytes]:
    """Return the sections as bytes, by kind."""
    kinds: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        kinds[entry.kind].append(entry)
    return {kind: _pack_section(found) for kind, found in kinds.items()}


def _pack_section(entries: list[Entry]) -> bytes:
    files = list(dict.fromkeys((entry.file, entry.case) for entry in entries))
    places = {file: index for index, file in enumerate(files)}
    at = [(places[entry.file, entry.case], entry.line, entry.column) for entry in entries]
    return _ENCODER.encode(Section(files, at, [entry.item for entry in entries]))


def unpack_section(kind: str, data: bytes) -> list[Entry]:
    """Return the entries of a kind; raise `msgspec.MsgspecError` for anything else."""
    section = _decoder(kind).decode(data)
    entries: list[Entry] = []
    for (place, line, column), item in zip(section.at, section.records, strict=True):
        file, case = section.files[place]
        entries.append(Entry(item.id, kind, case, item, file, line, column))
    return entries


@cache
def _decoder(kind: str) -> msgspec.msgpack.Decoder[Any]:
    type_: Any = BY_NAME[kind].type
    return msgspec.msgpack.Decoder(Section[type_])

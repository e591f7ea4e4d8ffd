"""The text of one file to records with their nodes: a YAML file of one kind, or a chapter with its front matter."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from r2p_app.content.build import build
from r2p_app.content.files import PackFile
from r2p_app.content.kinds import BY_KEY, CASE, CHAPTER, Kind
from r2p_app.content.model import PackInfo
from r2p_app.content.nodes import Mapping, Node, Pair, Refused, Scalar, Sequence
from r2p_app.content.problems import Faults, Place
from r2p_app.content.reader import compose
from r2p_app.content.scalars import BAD, did_you_mean
from r2p_app.content.shapes import RecordShape, Shape, shape_of
from r2p_app.content.subjects import Subject

PACK = Kind("pack", "pack", PackInfo)
"""The pack's own file; not among `kinds.KINDS`, because nothing links to it."""

MAX_CHAPTER = 120_000
"""Characters; a chapter of 10,000 words has about 70,000."""

KEYS = {**{key: kind for key, kind in BY_KEY.items() if kind is not CHAPTER}, PACK.key: PACK}
_ONE = (CASE, PACK)
_FENCE = re.compile(r"---[ \t]*\r?\n")
_FENCE_END = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_BLANK = re.compile(r"(?:[ \t]*\r?\n)*")
_ID = re.compile(r"^[ \t]*(?:-[ \t]+)?id:[ \t]*[\"']?([a-z][a-z0-9-]*)[\"']?[ \t]*\r?$", re.MULTILINE)


class Content(NamedTuple):
    """What a file holds: its kind, its sound records, and the ids of those that could not be read."""

    kind: Kind | None = None
    subjects: tuple[Subject, ...] = ()
    left_out: tuple[str, ...] = ()


def parse(text: str, file: PackFile, faults: Faults) -> Content:
    """Return the records of a file; what is wrong goes to `faults`."""
    root = compose_chapter(text, faults) if file.is_chapter else compose(text, faults)
    if root is None:
        return Content(left_out=declared(text))
    if file.is_chapter:
        return _content(CHAPTER, chapter_shape(), (root,), file, faults)
    section = _section(root, faults)
    if section is None:
        return Content(left_out=declared(text))
    kind, value = section
    return _content(kind, shape_of(kind.type), items(kind, value, faults), file, faults)


def declared(text: str) -> tuple[str, ...]:
    """Return the ids that an unreadable text seems to hold, so that links to them are not reported as well."""
    return tuple(_ID.findall(text))


def _content(kind: Kind, shape: Shape, nodes: tuple[Node, ...], file: PackFile, faults: Faults) -> Content:
    subjects: list[Subject] = []
    left_out: list[str] = []
    for node in nodes:
        item = build(shape, node, kind.name, faults)
        if item is not BAD and isinstance(node, Mapping):
            subjects.append(Subject(kind, item, node, file))
        elif (item_id := id_of(node)) is not None:
            left_out.append(item_id)
    return Content(kind, tuple(subjects), tuple(left_out))


def id_of(node: Node) -> str | None:
    """Return the id that a node writes, sound or not."""
    value = node.find("id") if isinstance(node, Mapping) else None
    return value.text if isinstance(value, Scalar) else None


def _section(root: Node, faults: Faults) -> tuple[Kind, Node] | None:
    if not isinstance(root, Mapping) or not root.pairs:
        hint = f"the first line names what the file holds, for instance “events:”; allowed: {', '.join(KEYS)}"
        faults.error(root, "the file has no kind", hint, code="kind")
        return None
    first, *others = root.pairs
    for pair in others:
        faults.error(pair, f"a second kind, “{pair.key}”, in one file", "put it into a file of its own", code="kind")
    if first.key not in KEYS:
        faults.error(first, f"unknown kind “{first.key}”", did_you_mean(first.key, KEYS), code="kind")
        return None
    return KEYS[first.key], first.value


def items(kind: Kind, value: Node, faults: Faults) -> tuple[Node, ...]:
    """Return the nodes of the records: one mapping for a case and the pack, a list for every other kind."""
    if kind in _ONE:
        return (value,)
    if isinstance(value, Sequence):
        return value.items
    if isinstance(value, Refused):
        return ()
    faults.error(value, f"“{kind.key}” must be a list", "begin each entry with “- ”", code="type")
    return ()


def chapter_shape() -> RecordShape:
    """Return the shape of front matter with the body beside it."""
    shape = shape_of(CHAPTER.type)
    assert isinstance(shape, RecordShape)
    return shape


def compose_chapter(text: str, faults: Faults) -> Mapping | None:
    """Return the front matter as a node, with the keys `body` and `body_line` added to it."""
    if len(text) > MAX_CHAPTER:
        message = f"the chapter is longer than {MAX_CHAPTER:,} characters"
        faults.error(None, message, "split it into several chapters", code="file-size")
        return None
    start = _FENCE.match(text)
    end = _FENCE_END.search(text, start.end()) if start else None
    if start is None or end is None:
        hint = "begin the file with a line “---”, then id, title, summary and content_note, then a line “---”"
        faults.error(Place(), "the chapter has no front matter", hint, code="front-matter")
        return None
    node = compose(text[start.end() : end.start()], faults, first_line=2)
    return _with_body(node, text, end.end(), faults) if node is not None else None


def _with_body(node: Node, text: str, start: int, faults: Faults) -> Mapping | None:
    if not isinstance(node, Mapping):
        faults.error(node, "the front matter holds no keys", "write “id: …” and the other keys", code="front-matter")
        return None
    pairs = [pair for pair in node.pairs if not _is_reserved(pair, faults)]
    start = _BLANK.match(text, start).end()  # type: ignore[union-attr]  # it matches nothing, too
    line = text.count("\n", 0, start) + 1
    pairs += _body_pairs(text[start:], line)
    return msgspec.structs.replace(node, pairs=tuple(pairs))


def _is_reserved(pair: Pair, faults: Faults) -> bool:
    reserved = pair.key in ("body", "body_line")
    if reserved:
        faults.error(pair, f"“{pair.key}” has no place here", "the text follows the front matter", code="unknown-key")
    return reserved


def _body_pairs(body: str, line: int) -> Iterator[Pair]:
    if body.strip():
        yield Pair(line, 1, "body", Scalar(line, 1, body))
        yield Pair(line, 1, "body_line", Scalar(line, 1, str(line), plain=True))

"""One file of the pack to records: a YAML file of one kind, or a Markdown chapter with its front matter."""

import re
from typing import Any, NamedTuple

import msgspec

from r2p_app.content.build import BAD, build, did_you_mean
from r2p_app.content.kinds import BY_KEY, CASE, CHAPTER, Kind
from r2p_app.content.model import PackInfo
from r2p_app.content.nodes import Mapping, Node, Sequence
from r2p_app.content.problems import Faults
from r2p_app.content.reader import compose
from r2p_app.content.shapes import FieldShape, RecordShape, shape_of

PACK = Kind("pack", "pack", PackInfo)
_KEYS = {**{key: kind for key, kind in BY_KEY.items() if kind is not CHAPTER}, PACK.key: PACK}
_FENCE = re.compile(r"---[ \t]*\r?\n")
_FENCE_END = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


class Parsed(NamedTuple):
    """A record and the node it was made from."""

    kind: Kind
    item: Any  # a record of kind.type
    node: Mapping


def parse_yaml(text: str, faults: Faults) -> list[Parsed]:
    """Return the sound records of a YAML file; what is wrong goes to `faults`."""
    root = compose(text, faults)
    section = _section(root, faults) if root is not None else None
    if section is None:
        return []
    kind, value = section
    return [
        parsed for node in _items(kind, value, faults) if (parsed := _parsed(kind, shape_of(kind.type), node, faults))
    ]


def _section(root: Node, faults: Faults) -> tuple[Kind, Node] | None:
    if not isinstance(root, Mapping) or not root.pairs:
        hint = f"the first line names what the file holds, for instance “events:”; allowed: {', '.join(_KEYS)}"
        faults.error(root, "the file has no kind", hint, code="kind")
        return None
    first, *others = root.pairs
    for pair in others:
        faults.error(pair, f"a second kind, “{pair.key}”, in one file", "put it into a file of its own", code="kind")
    if first.key not in _KEYS:
        faults.error(first, f"unknown kind “{first.key}”", did_you_mean(first.key, _KEYS), code="kind")
        return None
    return _KEYS[first.key], first.value


def _items(kind: Kind, value: Node, faults: Faults) -> tuple[Node, ...]:
    if kind in (CASE, PACK):
        return (value,)
    if isinstance(value, Sequence):
        return value.items
    faults.error(value, f"“{kind.key}” must be a list", "begin each entry with “- ”", code="type")
    return ()


def _parsed(kind: Kind, shape: Any, node: Node, faults: Faults) -> Parsed | None:
    item = build(shape, node, kind.name, faults)
    return None if item is BAD or not isinstance(node, Mapping) else Parsed(kind, item, node)


def parse_chapter(text: str, faults: Faults) -> list[Parsed]:
    """Return the chapter of a Markdown file, or nothing after reporting why."""
    split = _split(text, faults)
    if split is None:
        return []
    front, body, body_line = split
    node = compose(front, faults, first_line=2)
    if node is None:
        return []
    parsed = _parsed(CHAPTER, _front_matter_shape(), node, faults)
    if parsed is None:
        return []
    return [parsed._replace(item=msgspec.structs.replace(parsed.item, body=body, body_line=body_line))]


def _front_matter_shape() -> RecordShape:
    shape = shape_of(CHAPTER.type)
    assert isinstance(shape, RecordShape)
    fields: dict[str, FieldShape] = {
        name: field for name, field in shape.fields.items() if name not in ("body", "body_line")
    }
    return shape._replace(fields=fields)


def _split(text: str, faults: Faults) -> tuple[str, str, int] | None:
    start = _FENCE.match(text)
    end = _FENCE_END.search(text, start.end()) if start else None
    if start is None or end is None:
        hint = "begin the file with a line “---”, then id, title, summary and content_note, then a line “---”"
        faults.error(None, "the chapter has no front matter", hint, code="front-matter")
        return None
    return text[start.end() : end.start()], text[end.end() :], text.count("\n", 0, end.end()) + 1

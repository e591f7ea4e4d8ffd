"""Papers of the decision lab as plain blocks, as Markdown, and as data for Typst: the memo, role cards, a guide.

What stands on a paper is written by the window, in its language; here it gets its form.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from r2p_app.export.paper.setting import PaperSize

TEMPLATE = "memo"
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_LEADING = re.compile(r"^(\s*\d*)([-+.)])(?=\s)")


class Heading(NamedTuple):
    """A heading; level 1 is below the title."""

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """Running text, with a name before it where it answers one. Line breaks in `text` are kept."""

    text: str
    name: str = ""


class Bullets(NamedTuple):
    """A list."""

    items: tuple[str, ...]


class NewPage(NamedTuple):
    """What follows begins on a sheet of its own."""


Block = Heading | Paragraph | Bullets | NewPage


class Paper(NamedTuple):
    """A title, a line under it, and blocks."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]


def to_markdown(paper: Paper) -> str:
    """Return the paper as Markdown that shows every letter as it was written."""
    parts = [f"# {_escaped(paper.title)}"]
    if paper.subtitle:
        parts.append(_escaped(paper.subtitle))
    parts += [_block(block) for block in paper.blocks]
    return "\n\n".join(parts) + "\n"


def memo_json(
    paper: Paper, *, language: str, page: str, source: str, size: PaperSize = PaperSize.A4
) -> dict[str, object]:
    """Return the paper as data for `resources/typst/memo.typ`; `page` is "Page %1 of %2", `source` its last line."""
    return {
        "title": paper.title,
        "case": paper.subtitle,
        "language": language,
        "page": page,
        "paper": size.value,
        "source": source,
        "blocks": [_json(block) for block in paper.blocks],
    }


def _json(block: Block) -> dict[str, object]:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": block.text}
        case Paragraph():
            return {"kind": "paragraph", "name": block.name, "text": block.text.strip() or "–"}
        case Bullets():
            return {"kind": "list", "items": list(block.items)}
        case NewPage():
            return {"kind": "page"}


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {_escaped(block.text)}"
        case Paragraph():
            words = _lines(block.text)
            return f"**{_escaped(block.name)}**\n{words}" if block.name else words
        case Bullets():
            return _listed(block.items)
        case NewPage():
            return "---"


def _lines(text: str) -> str:
    """Keep the writer's line breaks: two spaces end a line in Markdown."""
    return "  \n".join(_escaped(line) for line in text.strip().splitlines()) or "–"


def _listed(items: Iterable[str]) -> str:
    return "\n".join(f"- {_escaped(' '.join(item.split()))}" for item in items)


def _escaped(text: str) -> str:
    return _LEADING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))

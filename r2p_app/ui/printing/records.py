"""A record as a block on paper: what its page in the window says, without what only a window can do."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtGui import QFont, QTextBlock, QTextFragment
from PySide6.QtWidgets import QAbstractButton, QLabel, QLayout, QWidget

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.markup import Embed
from r2p_app.content.questions import QuestionBase
from r2p_app.export.paper.blocks import Json, Style, field_json, spans_json
from r2p_app.ui.charts.view import ChartView
from r2p_app.ui.maps.small import SmallMap
from r2p_app.ui.printing.pictures import svg_of
from r2p_app.ui.text import kind_label
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.records.builders import build
from r2p_app.ui.widgets.typography import refine

_TITLES = frozenset(role.name for role in (TextRole.H1, TextRole.H2, TextRole.H3, TextRole.BODY_STRONG))


def record_json(library: Library, embed: Embed, style: Style) -> Json | None:
    """Return the block of a record that stands in a chapter; None where the content has no such record.

    Made of widgets, so only on the GUI thread; a few milliseconds each.
    """
    if embed.item not in library:
        return None
    caption = spans_json(embed.spans, style)
    question = library.find(embed.item, QuestionBase)
    if question is not None:
        return {**_question(question, style), "caption": caption}
    body = build(library, embed.item)
    made: Json = {"kind": "record", "kicker": "", "title": "", "blocks": [], "caption": caption}
    for part in _parts(body.layout()):
        _add(made, part, embed.item)
    body.deleteLater()
    return made


def _question(question: QuestionBase, style: Style) -> Json:
    """Return a question with what can be chosen; answers are in the program."""
    options = [[field_json(option.text, style)] for option in getattr(question, "options", ())]
    blocks = [{"kind": "list", "ordered": True, "start": 1, "items": options}] if options else []
    prompt = refine(getattr(question, "prompt", ""))
    return {"kind": "record", "kicker": kind_label("question"), "title": prompt, "blocks": blocks}


def _parts(layout: QLayout | None) -> Iterator[QWidget]:
    """Yield the widgets that say something, from top to bottom."""
    for index in range(layout.count() if layout is not None else 0):
        item = cast("QLayout", layout).itemAt(index)
        widget = item.widget() if item is not None else None
        if item is not None and item.layout() is not None:
            yield from _parts(item.layout())
        elif isinstance(widget, QLabel | Prose | ChartView) and not widget.isHidden():
            yield widget
        elif (chart := _chart_in(widget)) is not None:
            yield chart
        elif isinstance(widget, SmallMap):
            yield from (widget.picture, *_parts(widget.layout()))
        elif widget is not None and not isinstance(widget, QAbstractButton) and not widget.isHidden():
            yield from _parts(widget.layout())


def _chart_in(widget: QWidget | None) -> ChartView | None:
    """Return the chart that stands in a widget with words on how to point at it, which paper does not need."""
    children = widget.children() if widget is not None else ()
    return next((child for child in children if isinstance(child, ChartView)), None)


def _add(made: Json, part: QWidget, item: str) -> None:
    if isinstance(part, Prose):
        made["blocks"] += _paragraphs(part, item)
    elif not isinstance(part, QLabel):
        made["svg"], made["ratio"] = svg_of(part), part.height() / part.width()
        made["alt"] = " ".join((part.accessibleName(), part.accessibleDescription())).strip()
    elif not made["title"]:
        made["title" if part.property("role") in _TITLES else "kicker"] = part.text()
    elif part.text():
        made["blocks"].append({"kind": "paragraph", "spans": [_words(part.text(), part.property("role") in _TITLES)]})


def _paragraphs(prose: Prose, item: str) -> Iterator[Json]:
    block = prose.document().begin()
    while block.isValid():
        fragments = list(_fragments(block))
        if fragments and not _only_shows(fragments, item):
            spans = [_words(one.text(), one.charFormat().fontWeight() >= QFont.Weight.DemiBold) for one in fragments]
            is_heading = all(span["strong"] for span in spans)
            yield {"kind": "subheading" if is_heading else "paragraph", "spans": spans}
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    found = block.begin()
    while not found.atEnd():
        yield found.fragment()
        found += 1


def _only_shows(fragments: list[QTextFragment], item: str) -> bool:
    """A line that is a link to the record itself, in another place of the window, says nothing on paper."""
    links = {fragment.charFormat().anchorHref() for fragment in fragments}
    if len(links) != 1 or not (link := links.pop()).startswith("r2p://"):
        return False
    target = Link.parse(link)
    return item in (target.fragment, *target.parts)


def _words(text: str, strong: bool) -> Json:
    return {"text": text.replace("\N{LINE SEPARATOR}", "\n"), "strong": strong, "emphasis": False}

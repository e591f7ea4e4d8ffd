"""Short fields of content on labels: emphasis is kept, links are only words. For links use `prose`."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from r2p_app.content.markup import Emphasis, LinkSpan, Span, Strong, Text, inline, span_text
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import label


def plain(text: str) -> str:
    """Return the words of a short field without its markup, for accessible names and announcements."""
    return span_text(inline(text))


def to_html(text: str) -> str:
    """Return a short field for a label in rich text; whatever the author wrote is escaped."""
    return _html(inline(text))


def inline_label(text: str, role: TextRole = TextRole.BODY, *, tone: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label like `basic.label` that shows the emphasis in a short field of content."""
    made = label("", role, tone=tone, parent=parent)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(to_html(text))
    made.setAccessibleName(plain(text))
    return made


def _html(spans: Iterable[Span]) -> str:
    return "".join(map(_span_html, spans))


def _span_html(span: Span) -> str:
    match span:
        case Text():
            return escape(span.text)
        case Emphasis():
            return f"<i>{_html(span.spans)}</i>"
        case Strong():
            return f"<b>{_html(span.spans)}</b>"
        case LinkSpan():
            return _html(span.spans)
        case _:
            return " "

"""The markup of short fields: emphasis and links inside one line of text."""

from functools import lru_cache

from r2p_app.content.markup.dialect import parser
from r2p_app.content.markup.inline import Source, SpanReader
from r2p_app.content.markup.tree import CitationSpan, Span, Text
from r2p_app.content.problems import Faults

_SPECIAL = frozenset("*_[]\\!")


@lru_cache(maxsize=4_096)
def inline(text: str) -> tuple[Span, ...]:
    """Return the spans of a short field. Faulty links stay as text; `r2p check` has reported them."""
    if _SPECIAL.isdisjoint(text):
        return (Text(text),)
    tokens = parser().parseInline(text)
    spans = SpanReader(Source(text, 1), Faults("")).read(tokens[0].children or [])
    return tuple(span for span in spans if not isinstance(span, CitationSpan))

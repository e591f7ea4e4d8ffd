"""Text as it is set: note numbers behind the stops that authors write after them."""

from r2p_app.content.markup.tree import CitationSpan, Emphasis, LineBreak, LinkSpan, Span, Strong, Text, span_text

_STOPS = frozenset(".,;:?!")


def numbers_after_stops(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the spans with note numbers as printers set them: close to the word, and after a stop that follows.

    Authors write `… within 36 hours [@cable].`; readers see the number behind the full stop.
    """
    shown: list[Span] = []
    for span in spans:
        if isinstance(span, CitationSpan):
            _strip_end(shown)
        elif isinstance(span, Text) and span.text[:1] in _STOPS:
            notes = len(shown) - _notes_at_end(shown)
            if notes < len(shown):
                shown.insert(notes, Text(span.text[0]))
                span = Text(span.text[1:])  # noqa: PLW2901 - what is left of it
        shown.append(span)
    return tuple(span for span in shown if not isinstance(span, Text) or span.text)


def shown_words(spans: tuple[Span, ...]) -> str:
    """Return the words of spans as they are set, without note numbers."""
    return "".join(_shown(span) for span in numbers_after_stops(spans))


def _shown(span: Span) -> str:
    match span:
        case Text():
            return span.text
        case LineBreak():
            return " "
        case Emphasis() | Strong():
            return shown_words(span.spans)
        case LinkSpan():
            return span_text(span.spans)
    return ""


def _strip_end(spans: list[Span]) -> None:
    if spans and isinstance(last := spans[-1], Text):
        spans[-1:] = [Text(last.text.rstrip(" "))] if last.text.rstrip(" ") else []


def _notes_at_end(spans: list[Span]) -> int:
    return next((i for i, span in enumerate(reversed(spans)) if not isinstance(span, CitationSpan)), len(spans))

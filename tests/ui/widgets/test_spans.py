import pytest

from r2p_app.content import markup
from r2p_app.content.markup import CitationSpan, Paragraph, Span, Text
from r2p_app.content.markup.shown import numbers_after_stops


def spans(body: str) -> tuple[Span, ...]:
    block = markup.parse(body).blocks[0]
    assert isinstance(block, Paragraph)
    return block.spans


def shown(body: str) -> str:
    parts = numbers_after_stops(spans(body))
    return "".join(
        part.text if isinstance(part, Text) else f"<{part.number}>" if isinstance(part, CitationSpan) else "…"
        for part in parts
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Within 36 hours [@a].", "Within 36 hours.<1>"),
        ("One [@a], two [@b; c].", "One,<1> two.<2>"),
        ("It ended. [@a] More followed.", "It ended.<1> More followed."),
        ("No stop [@a] here", "No stop<1> here"),
        ("*Words* [@a].", "….<1>"),
        ("[@a].", ".<1>"),
        ("Both [@a] [@b].", "Both.<1><2>"),
    ],
)
def test_numbers_stand_close_to_the_word_and_behind_the_stop(written: str, read: str) -> None:
    assert shown(written) == read

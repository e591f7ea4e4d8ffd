import pytest

from r2p_app.ui.theme.look import Look
from r2p_app.ui.widgets.inline import inline_label, plain, to_html

FIELDS = [
    ("Plain words", "Plain words", "Plain words"),
    ("It was **not** known", "It was <b>not</b> known", "It was not known"),
    ("A *light* option", "A <i>light</i> option", "A light option"),
    ("**Not *even* then**", "<b>Not <i>even</i> then</b>", "Not even then"),
    ("See [UNAMIR](r2p://term/t-unamir)", "See UNAMIR", "See UNAMIR"),
    ("a < b & c", "a &lt; b &amp; c", "a < b & c"),
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
]


@pytest.mark.parametrize(("text", "html", "words"), FIELDS)
def test_emphasis_is_kept_and_everything_else_is_words(text: str, html: str, words: str) -> None:
    assert (to_html(text), plain(text)) == (html, words)


def test_a_label_shows_emphasis_and_reads_as_words(look: Look) -> None:
    label = inline_label("It was **not** known")
    assert (label.text(), label.accessibleName()) == ("It was <b>not</b> known", "It was not known")
    label.deleteLater()

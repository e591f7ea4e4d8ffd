import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.ui.widgets.typography import refine


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("on 11 January 1994", "on 11\u00a0January 1994"),
        ("5,500 troops", "5,500\u00a0troops"),
        ("from 1990-1994, by 15-0", "from 1990–1994, by 15–0"),
        ("A/48/824-S/26915 and S/1999/1257", "A/48/824-S/26915 and S/1999/1257"),
        ("1994-04-07", "1994-04-07"),
        ("the UN's 'work'", "the UN’s ‘work’"),
        ('a "safe" zone', "a “safe” zone"),
        ("warned - twice", "warned\u00a0– twice"),
        ("resolution 912, para 8", "resolution\u00a0912, para\u00a08"),
        ("Chapter VII", "Chapter\u00a0VII"),
        ("the 1994 genocide", "the 1994 genocide"),
    ],
)
def test_a_text_is_refined(written: str, shown: str) -> None:
    assert refine(written) == shown


@given(st.text(alphabet="ab 19-'\"(). –", max_size=40))
def test_refining_keeps_the_length_and_is_done_once(text: str) -> None:
    assert len(refine(text)) == len(text)
    assert refine(refine(text)) == refine(text)

"""Filters are understood as people write them, and what is not understood is told with what would be."""

import pytest

from r2p_app.ui.search.filters import filter_advice, understood
from tests.ui.mini import mini_library


@pytest.mark.parametrize(
    ("typed", "kinds", "cases"),
    [
        ("kind:document case:rwanda", ("document",), ("rwanda",)),
        ("kind:documents", ("document",), ()),
        ("kind:People", ("actor",), ()),
        ("kind:doc", ("document",), ()),
        ("kind:s", ("sequence", "story", "series", "source"), ()),
        ("kind:paragraph", ("chapter",), ()),
        ("kind:notes", ("note",), ()),
        ("case:Rwa", (), ("rwanda",)),
        ("kind:xyz case:nowhere", ("xyz",), ("nowhere",)),
    ],
)
def test_what_is_meant(typed: str, kinds: tuple[str, ...], cases: tuple[str, ...]) -> None:
    query = understood(typed, mini_library())
    assert (query.kinds, query.cases) == (kinds, cases)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("kind:xyz", "Nothing is called kind:xyz. After kind: you can write: "),
        ("peace case:nowhere", "Nothing is called case:nowhere. After case: you can write: "),
        ("kind:", "After kind: you can write: "),
        ("peace CASE: ", "After case: you can write: "),
    ],
)
def test_what_fits_nothing_is_told_with_what_would(typed: str, said: str) -> None:
    advice = filter_advice(typed, mini_library())
    assert advice.startswith(said)
    assert "rwanda" in advice if "case" in typed.lower() else "document" in advice and "person" in advice


@pytest.mark.parametrize("typed", ["", "peace", "kind:document", "kind:doc peace", "case:rwanda"])
def test_otherwise_there_is_nothing_to_say(typed: str) -> None:
    assert filter_advice(typed, mini_library()) == ""

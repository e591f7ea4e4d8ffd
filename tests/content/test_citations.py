from r2p_app.content.citations import Length, citation_text
from r2p_app.content.library import Citation
from tests.ui import mini

LIBRARY = mini.mini_library()


def test_a_citation_is_full_short_or_brief() -> None:
    citation = Citation("un-inquiry-1999", "p. 10")
    full, short, brief = (citation_text(LIBRARY, citation, length) for length in Length)
    assert full.startswith("Independent Inquiry (Carlsson, Han, Kupolati), Report on the actions")
    assert full.endswith("S/1999/1257, United Nations, 1999, p. 10.")
    assert short.endswith("…, 1999, p. 10.")
    assert brief == "S/1999/1257, p. 10."


def test_a_source_that_does_not_exist_is_named_as_written() -> None:
    assert citation_text(LIBRARY, Citation("un-nowhere")) == "un-nowhere"


def test_a_work_without_symbol_is_known_by_author_and_year() -> None:
    assert citation_text(LIBRARY, Citation("un-2005"), Length.BRIEF) == "UN General Assembly."

"""The shipped pack is as it should be: `r2p check` has nothing to say about it."""

from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.paths import content_dir


def test_it_has_no_faults() -> None:
    library: Library = load_pack(content_dir())
    assert [str(problem) for problem in library.problems] == []
    assert [case.id for case in library.cases] == ["rwanda", "srebrenica", "kosovo", "doctrine"]

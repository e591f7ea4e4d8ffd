from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.links import Link
from r2p_app.ui.history import History

links = st.integers(0, 5).map(lambda number: Link("home", (str(number),)))


def visited(*names: str) -> History:
    history = History()
    for name in names:
        history.visit(Link(name))
    return history


def test_it_begins_empty() -> None:
    history = History()
    assert (history.current, history.back(), history.forward()) == (None, None, None)


def test_back_and_forward_walk_what_was_visited() -> None:
    history = visited("a", "b", "c")
    assert [history.back(), history.back(), history.back()] == [Link("b"), Link("a"), None]
    assert [history.forward(), history.forward(), history.forward()] == [Link("b"), Link("c"), None]


def test_a_new_visit_forgets_what_lay_ahead() -> None:
    history = visited("a", "b")
    history.back()
    history.visit(Link("c"))
    assert history.forward() is None
    assert history.back() == Link("a")


def test_the_same_link_again_adds_nothing() -> None:
    history = visited("a", "a")
    assert history.back() is None


def test_amending_changes_the_present_link_only() -> None:
    history = visited("a", "b")
    history.amend(Link("b", (), (), "p4"))
    assert history.current == Link("b", (), (), "p4")
    assert history.back() == Link("a")


def test_amending_an_empty_history_does_nothing() -> None:
    history = History()
    history.amend(Link("a"))
    assert history.current is None


def test_the_oldest_are_forgotten() -> None:
    history = History(limit=3)
    for name in "abcde":
        history.visit(Link(name))
    assert [history.back(), history.back(), history.back()] == [Link("d"), Link("c"), None]


@given(st.lists(links, min_size=1, max_size=30), st.integers(0, 30))
def test_forward_undoes_back(path: list[Link], steps: int) -> None:
    history = History()
    for link in path:
        history.visit(link)
    end = history.current
    done = sum(history.back() is not None for _ in range(steps))
    for _ in range(done):
        history.forward()
    assert history.current == end

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.kinds import BY_NAME
from r2p_app.content.links import Link, LinkError, item_link
from r2p_app.content.pointers import PAGES, BadLink, Pointer, of_link
from r2p_app.content.problems import Problem
from r2p_app.ui import routes

words = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12)
names = st.from_regex(r"\A[a-z]{1,8}\Z")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("r2p://home", Link("home")),
        ("r2p://event/ev-a", Link("event", ("ev-a",))),
        ("r2p://case/a/read/b#p4", Link("case", ("a", "read", "b"), (), "p4")),
        ("r2p://timeline?event=ev-a&lane=x", Link("timeline", (), (("event", "ev-a"), ("lane", "x")))),
    ],
)
def test_parsing_and_writing(text: str, link: Link) -> None:
    assert Link.parse(text) == link
    assert str(link) == text


@pytest.mark.parametrize("text", ["", "home", "http://x", "r2p:home", "r2p://", "r2p:///x", "r2p://[", "javascript:x"])
def test_what_is_no_link(text: str) -> None:
    with pytest.raises(LinkError):
        Link.parse(text)


@given(names, st.lists(words), st.lists(st.tuples(words, words)), words)
def test_what_is_written_is_read(page: str, parts: list[str], query: list[tuple[str, str]], fragment: str) -> None:
    link = Link(page, tuple(parts), tuple(query), fragment)
    assert Link.parse(str(link)) == link


def test_values_of_the_query() -> None:
    link = Link.parse("r2p://timeline?a=1&a=2")
    assert (link.value("a"), link.value("b", "none")) == ("1", "none")


def test_the_link_to_a_record() -> None:
    assert item_link("event", "ev-a") == "r2p://event/ev-a"


AT = Problem("x", 3, 4, level=None, message="")  # type: ignore[arg-type]  # only its place matters


def test_every_page_of_the_window_can_be_linked_to() -> None:
    assert set(routes.BY_NAME) <= PAGES
    for name in routes.BY_NAME:
        assert [found for found in of_link("q-a", f"r2p://{name}", AT) if isinstance(found, BadLink)] == []


@pytest.mark.parametrize("kind", [kind for kind in BY_NAME if kind != "case"])
def test_every_kind_of_record_can_be_linked_to(kind: str) -> None:
    assert list(of_link("q-a", f"r2p://{kind}/some-id#x", AT)) == [Pointer("q-a", "some-id", (kind,), 3, 4, "x")]


def test_a_link_into_a_case_points_to_the_case_and_the_chapter() -> None:
    assert list(of_link("q-a", "r2p://case/alpha/read/alpha-one#p", AT)) == [
        Pointer("q-a", "alpha", ("case",), 3, 4),
        Pointer("q-a", "alpha-one", ("chapter",), 3, 4, "p"),
    ]

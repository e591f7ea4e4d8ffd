"""A quiz as it is asked for, in a link and out of it."""

from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.questions import Cloze, EvidenceSort, SingleChoice
from r2p_app.learning.attempts import Mode
from r2p_app.learning.questions import KINDS
from r2p_app.learning.request import LONGEST_MINUTES, USUAL_COUNT, Request

ids = st.from_regex(r"o-[a-z]{1,8}", fullmatch=True)
requests = st.builds(
    Request,
    case=st.sampled_from(("", "rwanda", "kosovo")),
    objectives=st.lists(ids, unique=True, max_size=3).map(lambda found: tuple(sorted(found))),
    kinds=st.lists(st.sampled_from(list(KINDS)), unique=True, max_size=4).map(tuple),
    difficulties=st.sets(st.integers(min_value=1, max_value=3)).map(lambda found: tuple(sorted(found))),
    count=st.one_of(st.none(), st.integers(min_value=1, max_value=999)),
    mode=st.sampled_from((Mode.PRACTICE, Mode.TEST)),
    minutes=st.integers(min_value=0, max_value=LONGEST_MINUTES),
    code=st.text(max_size=20),
)


@given(requests)
def test_what_is_written_is_read_again(request: Request) -> None:
    read = Request.from_query(request.to_query())
    assert set(read.kinds) == set(request.kinds)
    assert {**vars(read), "kinds": ()} == {**vars(request), "kinds": ()}


def test_what_is_usual_is_not_written() -> None:
    assert Request().to_query() == ()


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12))))
def test_any_query_is_read(query: list[tuple[str, str]]) -> None:
    request = Request.from_query(tuple(query))
    assert 0 <= request.minutes <= LONGEST_MINUTES
    assert request.count is None or request.count >= 1


def test_without_kinds_all_that_can_be_asked_are_wished_for() -> None:
    assert set(Request().wish((Cloze, SingleChoice)).kinds) == {Cloze, SingleChoice}
    assert Request(kinds=(EvidenceSort, Cloze)).wish((Cloze, SingleChoice)).kinds == (Cloze,)
    assert Request().wish((Cloze,)).count == USUAL_COUNT

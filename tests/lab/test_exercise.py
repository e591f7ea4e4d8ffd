from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.model import Criterion
from r2p_app.lab.exercise import OTHER, STEPS, Exercise, Finding, Memo, Missing, Step, Vote
from r2p_app.lab.judgement import Level, Weighing
from tests.lab.making import LATER, MEMO, NOON, POINT, advised, exercise, weighed


def test_the_first_three_steps_are_open_from_the_beginning() -> None:
    one = exercise()
    assert [one.missing(step, POINT) for step in STEPS[:3]] == [None] * 3


def test_advice_waits_for_every_criterion_in_play() -> None:
    one = exercise()
    assert one.missing(Step.ADVISE, POINT) is Missing.LEVEL
    level_only = Finding(Weighing(Level.MET))
    for criterion in POINT.criteria_in_play:
        one = one.found(criterion, level_only, NOON)
    assert one.missing(Step.ADVISE, POINT) is Missing.SUPPORT
    assert weighed(one).missing(Step.ADVISE, POINT) is None


def test_reasons_support_a_judgement_as_evidence_does() -> None:
    one = exercise()
    for criterion in POINT.criteria_in_play:
        one = one.found(criterion, Finding(Weighing(Level.MET, "Because.")), NOON)
    assert one.missing(Step.ADVISE, POINT) is None


def test_what_followed_waits_for_the_advice() -> None:
    one = weighed(exercise())
    assert one.missing(Step.DEBRIEF, POINT) is Missing.ADVICE
    assert one.is_confined
    given_ = one.written(0, MEMO, NOON).advised(LATER)
    assert (given_.step, given_.advised_at, given_.is_confined) == (Step.DEBRIEF, LATER, False)
    assert [given_.missing(step, POINT) for step in STEPS] == [None] * 5


def test_going_back_is_always_possible() -> None:
    one = exercise().at_step(Step.WEIGH, NOON)
    assert one.missing(Step.BRIEF, POINT) is None


@pytest.mark.parametrize(
    ("memo", "lack"),
    [
        (Memo(), Missing.CHOICE),
        (Memo(option=OTHER, reasons="R", risks="K", change_mind="C"), Missing.CHOICE),
        (Memo(option=OTHER, recommendation="Mediate", reasons="R", risks="K", change_mind="C"), None),
        (Memo(option="keep", reasons="R", risks=" ", change_mind="C"), Missing.MEMO),
        (MEMO, None),
    ],
)
def test_a_memo_is_complete_or_says_what_is_missing(memo: Memo, lack: Missing | None) -> None:
    one = exercise().written(0, memo, NOON)
    assert one.missing_advice() is lack
    if lack is not None:
        with pytest.raises(ValueError, match=lack.value):
            one.advised(NOON)


def test_advice_given_stays_as_it_was() -> None:
    one = advised()
    assert one.written(0, Memo(option="cut"), LATER) == one
    assert one.found(Criterion.JUST_CAUSE, Finding(), LATER) == one
    assert one.with_roles(("A", "B"), LATER) == one
    assert one.advised(LATER) == one
    assert one.answered("later", "I was wrong.", LATER).memos == one.memos


def test_writers_keep_what_they_wrote_when_others_join() -> None:
    one = exercise().written(0, MEMO, NOON).with_roles(("First", "Second"), NOON)
    assert [(memo.role, memo.reasons) for memo in one.memos] == [("First", "R"), ("Second", "")]
    assert one.missing_advice() is Missing.CHOICE
    assert [memo.role for memo in one.with_roles(("Only",), NOON).memos] == ["Only"]


def test_who_leaves_and_comes_back_finds_the_memo_again() -> None:
    one = exercise().with_roles(("A", "B"), NOON).written(1, MEMO, NOON)
    alone = one.with_roles(("A",), NOON)
    assert len(alone.memos) == 1
    assert [memo.reasons for memo in alone.with_roles(("A", "B"), NOON).memos] == ["", "R"]


def test_judgements_without_contrary_evidence_are_named() -> None:
    one = weighed(exercise())
    assert one.one_sided(POINT) == ()
    alone = one.found(Criterion.JUST_CAUSE, Finding(Weighing(Level.MET, "R")), NOON)
    assert alone.one_sided(POINT) == (Criterion.JUST_CAUSE,)


def test_leaving_is_remembered_only_before_the_advice() -> None:
    assert exercise().left(NOON).looked_ahead
    assert not advised().left(LATER).looked_ahead


def test_the_other_task_takes_the_place_of_advice() -> None:
    one = exercise().other_task_answered({"made": "A letter"}, NOON).other_task_answered({"ask": "Whom?"}, NOON)
    assert one.other_task == {"made": "A letter", "ask": "Whom?"}
    assert one.without_other_task(NOON).other_task is None
    done = one.advised(LATER)
    assert done.missing(Step.DEBRIEF, POINT) is None
    assert done.without_other_task(LATER) == done
    assert advised().other_task_answered({"made": "x"}, LATER).other_task is None


def test_the_judgements_that_stood_go_to_the_log_with_the_time_of_the_advice() -> None:
    found = advised(at=LATER).judgements()
    assert [(one.subject, one.criterion, one.judged_at) for one in found] == [
        ("dp-cut", Criterion.JUST_CAUSE, LATER),
        ("dp-cut", Criterion.RIGHT_AUTHORITY, LATER),
    ]
    assert exercise().judgements() == ()


def test_the_first_end_counts() -> None:
    one = advised().finished(LATER)
    assert one.finished(LATER + timedelta(days=1)).finished_at == LATER


counts = st.dictionaries(st.sampled_from(["keep", "cut"]), st.integers(0, 99))


@given(st.text(max_size=40), counts, counts, st.sampled_from(STEPS), st.booleans())
def test_an_exercise_survives_being_written_down(
    text: str, before: dict[str, int], after: dict[str, int], step: Step, is_advised: bool
) -> None:
    one = (advised() if is_advised else weighed(exercise())).voted(Vote(before, after), LATER).at_step(step, LATER)
    one = one.answered("fair", text, LATER)
    assert msgspec.json.decode(msgspec.json.encode(one), type=Exercise) == one

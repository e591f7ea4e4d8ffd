from datetime import timedelta

from msgspec.structs import replace

from r2p_app.content.model import Criterion
from r2p_app.content.teaching import Sequence, SequenceStep
from r2p_app.lab.exercises import by_criterion, latest, of_decision, standing
from tests.lab.making import NOON, POINT, advised, exercise

SEQUENCE = Sequence(
    id="seq-a",
    title="T",
    seat="A delegation",
    introduction="I",
    steps=(SequenceStep(decision="dp-cut"), SequenceStep(decision="dp-two"), SequenceStep(decision="dp-three")),
)
OTHER_POINT = replace(POINT, id="dp-two")


def test_exercises_of_a_decision_and_the_latest() -> None:
    found = (advised("a"), exercise("b", "dp-two"), exercise("c", at=NOON + timedelta(days=1)))
    assert [one.id for one in of_decision(found, "dp-cut")] == ["a", "c"]
    assert (last := latest(found, "dp-cut")) is not None
    assert last.id == "c"
    assert latest(found, "dp-none") is None


def test_a_sequence_goes_on_at_the_first_decision_without_advice() -> None:
    nothing = standing(SEQUENCE, ())
    assert (nothing.exercises, nothing.next) == ((None, None, None), 0)
    some = standing(SEQUENCE, (advised("a"), exercise("b", "dp-two")))
    assert [one.id if one else "" for one in some.exercises] == ["a", "b", ""]
    assert some.next == 1


def test_advice_once_given_is_not_hidden_by_a_new_beginning() -> None:
    found = standing(SEQUENCE, (advised("a"), exercise("again")))
    assert found.exercises[0] is not None
    assert found.exercises[0].id == "a"


def test_past_the_end_nothing_is_next() -> None:
    every = tuple(advised(step.decision, step.decision) for step in SEQUENCE.steps)
    assert standing(SEQUENCE, every).next == 3


def test_each_criterion_across_decisions_in_the_order_of_time() -> None:
    found = by_criterion(
        (advised("a"), advised("b", "dp-two"), exercise("c"), advised("gone", "dp-gone")),
        {POINT.id: POINT, OTHER_POINT.id: OTHER_POINT},
    )
    assert set(found) == {Criterion.JUST_CAUSE, Criterion.RIGHT_AUTHORITY}
    assert [one.exercise.id for one in found[Criterion.JUST_CAUSE]] == ["a", "b"]
    assert found[Criterion.JUST_CAUSE][0].finding.weighing.evidence == ("letter",)

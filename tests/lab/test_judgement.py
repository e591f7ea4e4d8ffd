from datetime import UTC, datetime, timedelta

import pytest

from r2p_app.content.model import Criterion
from r2p_app.lab.judgement import SITTING, Judgement, Level, Weighing, goes_on, standing

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def at(moment: datetime) -> Judgement:
    return Judgement("rwanda", Criterion.JUST_CAUSE, moment, Weighing(Level.MET))


@pytest.mark.parametrize(
    ("later", "is_one"),
    [(timedelta(), True), (SITTING, True), (SITTING + timedelta(seconds=1), False), (-timedelta(days=1), False)],
)
def test_changes_that_follow_each_other_closely_are_one_judgement(later: timedelta, is_one: bool) -> None:
    assert goes_on(at(NOON), at(NOON + later)) is is_one


def test_only_what_says_something_is_a_weighing() -> None:
    assert not Weighing()
    assert all((Weighing(Level.NOT_MET), Weighing(reasons="Because"), Weighing(evidence=("ev-1",))))


def test_what_was_never_judged_says_nothing() -> None:
    assert standing(None) == Weighing()
    assert standing(at(NOON)) == Weighing(Level.MET)

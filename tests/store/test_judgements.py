from datetime import timedelta

from r2p_app.content.model import Criterion
from r2p_app.lab.judgement import Judgement, Level, Weighing
from r2p_app.store import Store
from tests.store.sample import FakeClock

CAUSE, AUTHORITY = Criterion.JUST_CAUSE, Criterion.RIGHT_AUTHORITY


def judge(store: Store, clock: FakeClock, weighing: Weighing, *, on: Criterion = CAUSE, of: str = "rwanda") -> None:
    log = store.judgements
    log.save(Judgement(of, on, clock(), weighing))


def test_nothing_was_judged_at_first(store: Store) -> None:
    assert store.judgements.latest("rwanda") == {}
    assert store.judgements.history("rwanda", CAUSE) == ()


def test_everything_that_was_said_comes_back(store: Store, clock: FakeClock) -> None:
    said = Weighing(Level.LIKELY, "Two reasons:\n“one”, two", ("ev-1", "doc-2"))
    judge(store, clock, said)
    assert store.judgements.latest("rwanda") == {CAUSE: Judgement("rwanda", CAUSE, clock(), said)}


def test_a_later_judgement_stands_and_the_earlier_is_kept(store: Store, clock: FakeClock) -> None:
    judge(store, clock, Weighing(Level.MET))
    clock.pass_days(1)
    judge(store, clock, Weighing(Level.DOUBTFUL))
    levels = [each.weighing.level for each in store.judgements.history("rwanda", CAUSE)]
    assert levels == [Level.MET, Level.DOUBTFUL]
    assert store.judgements.latest("rwanda")[CAUSE].weighing.level is Level.DOUBTFUL


def test_what_is_changed_at_once_is_one_judgement(store: Store, clock: FakeClock) -> None:
    for reasons in ("B", "Be", "Because"):
        judge(store, clock, Weighing(Level.MET, reasons))
        clock.time += timedelta(seconds=20)
    assert [each.weighing.reasons for each in store.judgements.history("rwanda", CAUSE)] == ["Because"]


def test_the_same_again_is_not_kept_twice(store: Store, clock: FakeClock) -> None:
    judge(store, clock, Weighing(Level.MET))
    clock.pass_days(1)
    judge(store, clock, Weighing(Level.MET))
    assert len(store.judgements.history("rwanda", CAUSE)) == 1


def test_criteria_and_subjects_are_told_apart(store: Store, clock: FakeClock) -> None:
    judge(store, clock, Weighing(Level.MET))
    judge(store, clock, Weighing(Level.NOT_MET), on=AUTHORITY)
    judge(store, clock, Weighing(Level.LIKELY), of="dp-unamir-cut")
    assert {key: each.weighing.level for key, each in store.judgements.latest("rwanda").items()} == {
        CAUSE: Level.MET,
        AUTHORITY: Level.NOT_MET,
    }
    assert store.judgements.latest("dp-unamir-cut")[CAUSE].weighing.level is Level.LIKELY

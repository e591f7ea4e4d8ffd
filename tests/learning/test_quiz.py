"""Runs: planning, answering, resuming. What is on disk decides."""

from collections.abc import Sequence
from math import inf
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import Attempt, Mode, RunOptions
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.fingerprint import key_print, wording_print
from r2p_app.learning.questions import key
from r2p_app.learning.questions.memo import Memo
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.quiz import (
    Given,
    QuizSession,
    change,
    flag,
    hand_in,
    hold,
    mark,
    plan,
    resume,
    submit,
    time_out,
    undo,
)
from r2p_app.learning.scheduler import is_rated
from r2p_app.learning.verdict import Outcome
from tests.learning import samples
from tests.learning.samples import NOON, MemoryLog

QUESTIONS = (samples.single("q-1"), samples.single("q-2"), samples.single("q-3"))
WRONG, RIGHT = ChosenOption("a"), ChosenOption("b")


def begun(mode: Mode = Mode.PRACTICE, questions: Sequence[QuestionBase] = QUESTIONS) -> QuizSession:
    run = plan([question.id for question in questions], mode, at=NOON, rng=Random(1), scope="rwanda")
    return resume(run, questions)


def answered(session: QuizSession, log: MemoryLog, answer: ChosenOption = RIGHT) -> QuizSession:
    assert session.current is not None
    return submit(session, session.current, Given(answer), log=log, at=NOON)


def test_a_run_is_planned_from_a_source_of_chance() -> None:
    one, same, other = (plan(["q-1"], Mode.TEST, at=NOON, rng=Random(seed)) for seed in (1, 1, 2))
    assert one == same
    assert one.id != other.id
    assert one.seed != other.seed


def test_a_class_may_share_a_seed() -> None:
    runs = [plan(["q-1"], Mode.TEST, at=NOON, rng=Random(i), seed=42) for i in range(2)]
    assert [run.seed for run in runs] == [42, 42]
    assert runs[0].id != runs[1].id


def test_it_begins_with_the_first_question_and_shows_no_verdict() -> None:
    session = begun()
    assert session.current == QUESTIONS[0]
    assert session.verdict(QUESTIONS[0]) is None
    assert session.attempt(QUESTIONS[0]) is None


def test_an_answer_is_kept_with_all_that_judged_it() -> None:
    log, session = MemoryLog(), begun()
    given_ = Given(WRONG, Confidence.SURE, 12.5)
    session = submit(session, QUESTIONS[0], given_, log=log, at=NOON)
    assert log.attempts(session.run.id) == (
        Attempt(
            run=session.run.id,
            question="q-1",
            answer=WRONG,
            score=0,
            at=NOON,
            confidence=Confidence.SURE,
            seconds=12.5,
            key_print=key_print(QUESTIONS[0]),
            wording_print=wording_print(QUESTIONS[0]),
        ),
    )


def test_in_practice_the_verdict_follows_the_answer() -> None:
    session = answered(begun(), MemoryLog())
    verdict = session.verdict(QUESTIONS[0])
    assert verdict is not None
    assert verdict.outcome is Outcome.RIGHT
    assert session.current == QUESTIONS[0]
    assert session.next().current == QUESTIONS[1]


def test_in_a_test_verdicts_wait_for_the_end() -> None:
    log, session = MemoryLog(), begun(Mode.TEST)
    for _ in range(2):
        session = answered(session, log).next()
        assert session.verdict(QUESTIONS[0]) is None
    session = answered(session, log).next()
    assert session.current is None
    assert session.verdict(QUESTIONS[0]) is None
    assert resume(session.run, QUESTIONS, log.attempts(session.run.id)) == session
    session = hand_in(session, log=log, at=NOON)
    assert session.verdict(QUESTIONS[0]) is not None
    assert log.unfinished({Mode.TEST}) == ()


def test_in_a_test_an_answer_can_be_changed_until_it_is_handed_in() -> None:
    log = MemoryLog()
    session = answered(answered(begun(Mode.TEST), log, WRONG).next(), log).next()
    assert session.may_change(QUESTIONS[0])
    assert not session.may_change(QUESTIONS[2])
    session = submit(session, QUESTIONS[2], Given(WRONG), log=log, at=NOON)
    changed = change(session, QUESTIONS[0], Given(RIGHT, Confidence.SURE, 3), log=log, at=NOON)
    kept = changed.attempts["q-1"]
    assert (kept.answer, kept.confidence, kept.score) == (RIGHT, Confidence.SURE, 1)
    assert resume(session.run, QUESTIONS, log.attempts(session.run.id)) == changed.next()
    assert changed.newest == kept
    assert not hand_in(changed, log=log, at=NOON).may_change(QUESTIONS[0])


def test_the_time_spent_on_an_answer_and_on_its_change_counts() -> None:
    log, session = MemoryLog(), begun(Mode.TEST)
    session = submit(session, QUESTIONS[0], Given(WRONG, seconds=10), log=log, at=NOON)
    assert change(session, QUESTIONS[0], Given(RIGHT, seconds=5), log=log, at=NOON).attempts["q-1"].seconds == 15


@pytest.mark.parametrize("mode", [mode for mode in Mode if mode is not Mode.TEST])
def test_elsewhere_an_answer_stands(mode: Mode) -> None:
    assert not answered(begun(mode), MemoryLog()).may_change(QUESTIONS[0])


def test_a_test_without_questions_left_is_over() -> None:
    assert resume(begun(Mode.TEST).run, ()).is_over


def test_a_test_ended_early_shows_what_was_answered() -> None:
    log = MemoryLog()
    session = answered(begun(Mode.TEST), log)
    log.finish(session.run.id, NOON)
    run = log.run(session.run.id)
    assert run is not None
    ended = resume(run, QUESTIONS, log.attempts(run.id))
    assert ended.is_over
    assert ended.verdict(QUESTIONS[0]) is not None
    assert ended.verdict(QUESTIONS[1]) is None


def test_the_answer_is_written_before_the_session_knows_it() -> None:
    class FullDisk(MemoryLog):
        def record(self, attempt: Attempt) -> Attempt:
            raise OSError("no room")

    session = begun()
    with pytest.raises(OSError, match="no room"):
        answered(session, FullDisk())
    assert session.attempts == {}


def test_the_first_answer_stands() -> None:
    log = MemoryLog()
    session = answered(begun(), log, WRONG)
    again = submit(session, QUESTIONS[0], Given(RIGHT), log=log, at=NOON)
    assert again.attempts["q-1"].answer == WRONG
    assert len(log.attempts(session.run.id)) == 1


def test_an_answer_from_another_window_stands() -> None:
    log, first, second = MemoryLog(), begun(), begun()
    answered(first, log, WRONG)
    assert answered(second, log, RIGHT).attempts["q-1"].answer == WRONG


def test_the_last_answer_ends_the_run() -> None:
    log, session = MemoryLog(), begun()
    for _ in QUESTIONS:
        assert log.unfinished({Mode.PRACTICE}) in {(), (session.run,)}
        session = answered(session, log).next()
    assert session.is_over
    assert log.unfinished({Mode.PRACTICE}) == ()


@given(st.lists(st.sampled_from(range(3)), unique=True))
def test_a_run_resumes_at_the_first_question_not_answered(done: list[int]) -> None:
    log, session = MemoryLog(), begun()
    for index in done:
        session = submit(session, QUESTIONS[index], Given(RIGHT), log=log, at=NOON)
    resumed = resume(session.run, QUESTIONS, log.attempts(session.run.id))
    left = [question for i, question in enumerate(QUESTIONS) if i not in done]
    assert resumed.current == (left[0] if left else None)
    assert resumed.attempts == session.attempts


def test_questions_passed_over_come_back_before_the_end() -> None:
    log, session = MemoryLog(), begun()
    session = answered(session.next(), log).next()
    assert session.current == QUESTIONS[2]
    assert answered(session, log).next().current == QUESTIONS[0]


def test_one_can_go_back_to_a_question_and_on_from_there() -> None:
    log = MemoryLog()
    session = answered(answered(begun(), log).next(), log)
    assert session.at(QUESTIONS[0]).current == QUESTIONS[0]
    assert session.at(QUESTIONS[0]).next().current == QUESTIONS[2]
    with pytest.raises(ValueError, match="not in tuple"):
        session.at(samples.single("q-other"))


def test_what_left_the_content_leaves_the_run() -> None:
    log = MemoryLog()
    session = answered(begun(), log)
    resumed = resume(session.run, QUESTIONS[1:], log.attempts(session.run.id))
    assert resumed.questions == QUESTIONS[1:]
    assert resumed.current == QUESTIONS[1]


def test_an_answered_question_that_became_another_kind_leaves_the_run() -> None:
    log = MemoryLog()
    session = answered(begun(), log)
    changed = (samples.numeric(id_="q-1"), *QUESTIONS[1:])
    assert resume(session.run, changed, log.attempts(session.run.id)).questions == QUESTIONS[1:]


def test_a_changed_key_judges_an_old_answer_anew() -> None:
    log = MemoryLog()
    session = answered(begun(), log)
    options = tuple(structs.replace(option, correct=option.id == "a") for option in QUESTIONS[0].options)
    resumed = resume(session.run, [structs.replace(QUESTIONS[0], options=options)], log.attempts(session.run.id))
    verdict = resumed.verdict(resumed.questions[0])
    assert verdict is not None
    assert verdict.outcome is Outcome.WRONG
    assert resumed.attempts["q-1"].outcome is Outcome.RIGHT


def test_the_newest_answer_is_taken_back_and_asked_again() -> None:
    session, log = begun(), MemoryLog()
    for question in session.questions[:2]:
        session = submit(session, question, Given(key(question)), log=log, at=samples.NOON)
    back = undo(session, log=log)
    assert back.current == session.questions[1]
    assert set(back.attempts) == {session.questions[0].id}
    assert undo(undo(back, log=log), log=log).attempts == {}


def test_what_another_window_took_back_is_not_taken_back_twice() -> None:
    session, log = begun(), MemoryLog()
    session = submit(session, session.questions[0], Given(key(session.questions[0])), log=log, at=samples.NOON)
    undo(session, log=log)
    assert undo(session, log=log) is session


def test_the_last_answer_of_a_run_can_be_taken_back() -> None:
    session, log = begun(), MemoryLog()
    for question in session.questions:
        session = submit(session, question, Given(key(question)), log=log, at=samples.NOON)
    assert log.runs[session.run.id].finished_at is not None
    back = undo(session, log=log)
    assert not back.is_over
    assert log.runs[session.run.id].finished_at is None


def test_flags_are_kept_with_the_run() -> None:
    session, log = begun(), MemoryLog()
    first, second = session.questions[:2]
    session = flag(flag(session, first, on=True, log=log), second, on=True, log=log)
    session = flag(session, first, on=False, log=log)
    assert session.flagged == log.flagged(session.run.id) == {second.id}
    assert resume(session.run, session.questions, (), log.flagged(session.run.id)).flagged == {second.id}


def test_time_that_is_over_ends_the_run_with_what_was_answered() -> None:
    session, log = begun(), MemoryLog()
    session = submit(session, session.questions[0], Given(key(session.questions[0])), log=log, at=samples.NOON)
    ended = time_out(hold(session, RunOptions(minutes=5, spent=300), log=log), log=log, at=samples.NOON)
    assert ended.is_over
    assert ended.current is None
    kept = log.runs[session.run.id]
    assert (kept.finished_at, kept.options) == (samples.NOON, RunOptions(minutes=5, spent=300, is_timed_out=True))
    assert len(log.attempts(session.run.id)) == 1


@pytest.mark.parametrize(
    ("options", "left"),
    [(RunOptions(), inf), (RunOptions(minutes=2, spent=30), 90), (RunOptions(minutes=1, spent=61), 0)],
)
def test_the_time_that_is_left(options: RunOptions, left: float) -> None:
    assert options.seconds_left == left


def test_answers_of_a_diagnostic_do_not_count() -> None:
    log = MemoryLog()
    questions = (samples.single("q-a"), samples.single("q-b"))
    run = plan([question.id for question in questions], Mode.DIAGNOSTIC, at=samples.NOON, rng=Random(1))
    session = submit(resume(run, questions), questions[0], Given(key(questions[0])), log=log, at=samples.NOON)
    assert session.verdict(questions[0]) is None
    assert [attempt.counts for attempt in log.attempts(run.id)] == [False]
    assert not is_rated(log.attempts(run.id)[0])


def test_a_memo_is_marked_after_it_was_given() -> None:
    log, question = MemoryLog(), samples.memo()
    session = begun(questions=[question])
    session = submit(session, question, Given(Memo("My text")), log=log, at=NOON)
    session = mark(session, question, Memo("My text", (0, 1)), log=log)
    assert session.attempts[question.id].score == 0.5
    assert log.attempts(session.run.id) == (session.attempts[question.id],)


def test_only_what_was_given_can_be_marked() -> None:
    question = samples.memo()
    with pytest.raises(KeyError):
        mark(begun(questions=[question]), question, Memo("My text", (0,)), log=MemoryLog())


@given(st.integers(min_value=0, max_value=2**32), st.sampled_from(samples.one_of_each()))
def test_shuffling_changes_no_verdict(seed: int, question: QuestionBase) -> None:
    run = plan([question.id], Mode.PRACTICE, at=NOON, rng=Random(1), seed=seed)
    session = submit(resume(run, [question]), question, Given(key(question)), log=MemoryLog(), at=NOON)
    verdict = session.verdict(question)
    assert verdict is not None
    assert verdict.outcome is Outcome.RIGHT
    assert session.display_order(question) == resume(run, [question]).display_order(question)

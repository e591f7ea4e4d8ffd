"""What the files of a class come to together.

Nothing is said about single students, and nothing about fewer than ten answers (rule L10).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import Attempt, Mode
from r2p_app.learning.calibration import Calibration
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.questions import fits, grade
from r2p_app.learning.result_file import Reason, SavedAnswer, SavedResult, Unreadable, from_bytes
from r2p_app.learning.statistics import QuestionStatistics, calibration_of, statistics
from r2p_app.learning.tallies import Tally, response, tallies


@dataclass(frozen=True)
class Collected:
    """The sound results, each run once, and the names of the files that were left out, with the reason."""

    results: tuple[SavedResult, ...] = ()
    left_out: tuple[tuple[str, Reason], ...] = ()


def collect(files: Iterable[tuple[str, bytes]], before: Collected | None = None) -> Collected:
    """Read files by name and content and add them to those before. Of a run saved twice the fuller one counts."""
    known = {result.run: result for result in (before.results if before else ())}
    left_out = list(before.left_out if before else ())
    for name, data in files:
        try:
            result = from_bytes(data)
        except Unreadable as fault:
            left_out.append((name, fault.reason))
            continue
        if result.run in known:
            left_out.append((name, Reason.DOUBLED))
        if result.run not in known or len(result.answers) > len(known[result.run].answers):
            known[result.run] = result
    return Collected(tuple(known.values()), tuple(left_out))


@dataclass(frozen=True)
class Item:
    """What a class did with one question. `right` are those who were wholly right."""

    question: QuestionBase
    right: int
    statistics: QuestionStatistics


@dataclass(frozen=True)
class ClassReport:
    """A class as a whole: its questions in the order asked, and how sure it was against how right.

    `outdated` counts answers to questions whose key has changed since, or that are not in the content any more.
    """

    students: int
    items: tuple[Item, ...]
    calibration: tuple[Calibration, ...]
    outdated: int = 0
    tallies: tuple[Tally, ...] = ()


def class_report(results: Sequence[SavedResult], questions: Mapping[str, QuestionBase]) -> ClassReport:
    """Return what the results come to, judged by today's key; only first answers count."""
    answers = [(result, answer) for result in results for answer in result.answers if answer.is_first]
    sound = [(result, answer) for result, answer in answers if _is_current(answer, questions)]
    attempts = ((result.run, _attempt(result, answer, questions)) for result, answer in sound)
    return report(len(results), attempts, questions, outdated=len(answers) - len(sound))


def report(
    students: int,
    attempts: Iterable[tuple[str, Attempt]],
    questions: Mapping[str, QuestionBase],
    *,
    outdated: int = 0,
) -> ClassReport:
    """Return what attempts come to, each with the person who made it; persons are told apart and not named."""
    tallied = tallies(one for person, attempt in attempts if (one := response(person, attempt)) is not None)
    items = tuple(Item(questions[one.question], one.right, statistics(one)) for one in tallied)
    return ClassReport(students, items, calibration_of(tallied), outdated, tallied)


def result_tallies(result: SavedResult, questions: Mapping[str, QuestionBase]) -> tuple[Tally, ...]:
    """Return the tallies of one file, judged by today's key; a diagnostic counts for nothing."""
    if result.mode == Mode.DIAGNOSTIC:
        return ()
    sound = (answer for answer in result.answers if answer.is_first and _is_current(answer, questions))
    found = (response(result.run, _attempt(result, answer, questions)) for answer in sound)
    return tallies(one for one in found if one is not None)


def _is_current(answer: SavedAnswer, questions: Mapping[str, QuestionBase]) -> bool:
    question = questions.get(answer.question)
    return question is not None and fits(question, answer.answer) and key_print(question) == answer.key_print


def _attempt(result: SavedResult, answer: SavedAnswer, questions: Mapping[str, QuestionBase]) -> Attempt:
    return Attempt(
        run=result.run,
        question=answer.question,
        answer=answer.answer,
        score=grade(questions[answer.question], answer.answer).score,
        at=result.started_at,
        confidence=answer.confidence,
        seconds=answer.seconds,
        key_print=answer.key_print,
    )

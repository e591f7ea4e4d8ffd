"""What the votes of a room came to: as rows of a report, as confidence against right, as a table."""

from collections.abc import Iterator, Mapping

from r2p_app.clock import utc_now
from r2p_app.content.questions import QuestionBase
from r2p_app.export.class_results import Cell, Line, class_csv
from r2p_app.learning.attempts import Attempt
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.questions import AnyAnswer, fits, grade
from r2p_app.learning.results import ClassReport, report
from r2p_app.learning.verdict import Outcome
from r2p_app.live.events import Round
from r2p_app.live.host import Host
from r2p_app.live.tally import Count, answers
from r2p_app.ui.live.words import student_words
from r2p_app.ui.quiz.words import answer_words


def room_report(host: Host) -> ClassReport:
    """Return what the first votes came to."""
    return report(len(host.room.students), _attempts(host), _questions(host))


def second_votes(host: Host) -> Mapping[str, Count]:
    """Return for each question that was voted on twice how many were right after talking."""
    found = {}
    for question_id, question in _questions(host).items():
        given = answers(question, host.room.ballots(Round.SECOND, question_id))
        if given:
            right = sum(grade(question, answer).outcome is Outcome.RIGHT for answer in given)
            found[question_id] = Count(len(given), right)
    return found


def _questions(host: Host) -> dict[str, QuestionBase]:
    return {question_id: host.asked(question_id).question for question_id in host.room.opened.questions}


def _attempts(host: Host) -> Iterator[tuple[str, Attempt]]:
    at = utc_now()
    for question_id, question in _questions(host).items():
        for number, vote in host.room.ballots(Round.FIRST, question_id).items():
            if fits(question, vote.answer):
                yield (
                    str(number),
                    Attempt(
                        run=host.room.opened.room,
                        question=question_id,
                        answer=vote.answer,
                        score=grade(question, vote.answer).score,
                        at=at,
                        confidence=vote.confidence,
                        key_print=key_print(question),
                    ),
                )


def room_csv(host: Host) -> bytes:
    """Return the table of all votes."""
    return class_csv(host.room.opened.questions, _lines(host))


def _lines(host: Host) -> Iterator[Line]:
    room = host.room
    for number, student in room.students.items():
        for round_ in Round:
            votes = {one: room.ballots(round_, one).get(number) for one in room.opened.questions}
            cells = {
                one: answer_cell(host.asked(one).question, vote.answer, vote.confidence)
                for one, vote in votes.items()
                if vote is not None and fits(host.asked(one).question, vote.answer)
            }
            if cells:
                yield Line(student_words(student, with_names=True), int(round_), cells)


def answer_cell(question: QuestionBase, answer: AnyAnswer, confidence: Confidence | None) -> Cell:
    """Return an answer as a table has it."""
    sure = confidence.value if confidence else ""
    return Cell(grade(question, answer).score, answer_words(question, answer), sure)

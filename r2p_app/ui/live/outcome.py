"""What the votes of a room came to: as rows of a report, as confidence against right, as a table."""

from collections.abc import Iterator

from r2p_app.clock import utc_now
from r2p_app.content.questions import QuestionBase
from r2p_app.export.class_results import Cell, Line, class_csv
from r2p_app.learning.attempts import Attempt
from r2p_app.learning.calibration import Calibration, calibration
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import AnyAnswer, fits, grade
from r2p_app.learning.results import item
from r2p_app.live.events import Round
from r2p_app.live.host import Host
from r2p_app.live.tally import Count, answers
from r2p_app.ui.live.report import ReportRow
from r2p_app.ui.live.words import student_words
from r2p_app.ui.quiz.words import answer_words


def room_rows(host: Host) -> list[ReportRow]:
    """Return a row for every question that was voted on, in the order asked."""
    found = []
    for question_id in host.room.opened.questions:
        question = host.asked(question_id).question
        given = [answers(question, host.room.ballots(round_, question_id)) for round_ in Round]
        if any(given):
            second = item(question, given[1])
            found.append(ReportRow(item(question, given[0]), Count(second.answers, second.right)))
    return found


def room_calibration(host: Host) -> tuple[Calibration, ...]:
    """Return how sure the class was in the first votes against how right."""
    return calibration(_attempts(host))


def _attempts(host: Host) -> Iterator[Attempt]:
    at = utc_now()
    for question_id in host.room.opened.questions:
        question = host.asked(question_id).question
        for vote in host.room.ballots(Round.FIRST, question_id).values():
            if fits(question, vote.answer):
                score = grade(question, vote.answer).score
                yield Attempt(
                    run="", question=question_id, answer=vote.answer, score=score, at=at, confidence=vote.confidence
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

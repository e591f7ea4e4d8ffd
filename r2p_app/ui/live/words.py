"""Words of the live quiz: for phases, steps, advice and answers."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.questions import Numeric, QuestionBase
from r2p_app.learning.verdict import Outcome
from r2p_app.live.events import Phase, Round
from r2p_app.live.room import Student
from r2p_app.live.tally import OTHER, Advice, Bar
from r2p_app.ui import format as formats
from r2p_app.ui import text
from r2p_app.ui.quiz.words import number_words, true_false_words

translate = QCoreApplication.translate

_CUES: Mapping[Phase, str] = {
    Phase.LOBBY: str(QT_TRANSLATE_NOOP("Live", "Join the quiz")),
    Phase.ASKED: str(QT_TRANSLATE_NOOP("Live", "Read the question and think about it by yourself.")),
    Phase.FIRST_VOTE: str(QT_TRANSLATE_NOOP("Live", "Vote now, in silence.")),
    Phase.COUNTED: str(QT_TRANSLATE_NOOP("Live", "The vote is closed.")),
    Phase.TALK: str(QT_TRANSLATE_NOOP("Live", "Talk with your neighbour: which answer, and why? Then you vote again.")),
    Phase.SECOND_VOTE: str(QT_TRANSLATE_NOOP("Live", "Vote again.")),
    Phase.EXPLAINED: str(QT_TRANSLATE_NOOP("Live", "The answer")),
    Phase.ENDED: str(QT_TRANSLATE_NOOP("Live", "The session is over. Thank you.")),
}
_PHASES: Mapping[Phase, str] = {
    Phase.LOBBY: str(QT_TRANSLATE_NOOP("Live", "Students join")),
    Phase.ASKED: str(QT_TRANSLATE_NOOP("Live", "Question asked")),
    Phase.FIRST_VOTE: str(QT_TRANSLATE_NOOP("Live", "First vote open")),
    Phase.COUNTED: str(QT_TRANSLATE_NOOP("Live", "First vote closed")),
    Phase.TALK: str(QT_TRANSLATE_NOOP("Live", "Students talk")),
    Phase.SECOND_VOTE: str(QT_TRANSLATE_NOOP("Live", "Second vote open")),
    Phase.EXPLAINED: str(QT_TRANSLATE_NOOP("Live", "Explained")),
    Phase.ENDED: str(QT_TRANSLATE_NOOP("Live", "Session over")),
}
_STEPS: Mapping[Phase, str] = {
    Phase.LOBBY: str(QT_TRANSLATE_NOOP("Live", "Ask the first question")),
    Phase.ASKED: str(QT_TRANSLATE_NOOP("Live", "Open the vote")),
    Phase.FIRST_VOTE: str(QT_TRANSLATE_NOOP("Live", "Close the vote")),
    Phase.COUNTED: str(QT_TRANSLATE_NOOP("Live", "Let them talk")),
    Phase.TALK: str(QT_TRANSLATE_NOOP("Live", "Open the second vote")),
    Phase.SECOND_VOTE: str(QT_TRANSLATE_NOOP("Live", "Close the vote and explain")),
    Phase.EXPLAINED: str(QT_TRANSLATE_NOOP("Live", "Next question")),
    Phase.ENDED: str(QT_TRANSLATE_NOOP("Live", "Session over")),
}
_END = str(QT_TRANSLATE_NOOP("Live", "End the session"))
_ADVICE: Mapping[Advice, str] = {
    Advice.NONE: str(QT_TRANSLATE_NOOP("Live", "Nobody has voted.")),
    Advice.TEACH: str(
        QT_TRANSLATE_NOOP(
            "Live", "Fewer than 30% are right: explain the idea again first; few could convince the others."
        )
    ),
    Advice.TALK: str(QT_TRANSLATE_NOOP("Live", "30 to 70% are right: talking in pairs pays most now.")),
    Advice.EXPLAIN: str(
        QT_TRANSLATE_NOOP("Live", "More than 70% are right: explain briefly and go on; talking would add little.")
    ),
}


def cue(phase: Phase) -> str:
    """Return what the class does now."""
    return translate("Live", _CUES[phase])


def phase_words(phase: Phase) -> str:
    """Return where the room stands."""
    return translate("Live", _PHASES[phase])


def where_words(head: str, phase: Phase, count: str) -> str:
    """Return where the room stands in a line: "Question 1 of 2 · First vote open · 0 of 1 have answered"."""
    return " · ".join(part for part in (head, phase_words(phase), count) if part)


def step_words(phase: Phase, *, is_last: bool) -> str:
    """Return what the teacher's next step does."""
    return translate("Live", _END if is_last and phase is Phase.EXPLAINED else _STEPS[phase])


def advice_words(advice: Advice) -> str:
    """Return what helps most now."""
    return translate("Live", _ADVICE[advice])


def right_words(round_: Round, right: int, votes: int, share: str) -> str:
    """Return how many were right in a vote."""
    first, second = (
        translate("Live", "First vote: %1 of %2 right (%3)."),
        translate("Live", "Second vote: %1 of %2 right (%3)."),
    )
    words = first if round_ is Round.FIRST else second
    return words.replace("%1", str(right)).replace("%2", str(votes)).replace("%3", share)


def student_words(student: Student, *, with_names: bool) -> str:
    """Return a name, or a number for one who has none or whose name is hidden."""
    if with_names and student.name:
        return student.name
    return translate("Live", "Participant %1").replace("%1", str(student.number))


def answered_words(votes: int, students: int) -> str:
    """Return how many have answered."""
    return translate("Live", "%1 of %2 have answered").replace("%1", str(votes)).replace("%2", str(students))


def code_words(code: str) -> str:
    """Return a code in groups that can be read out."""
    half = (len(code) + 1) // 2
    return f"{code[:half]}{formats.NBSP}{code[half:]}"


def bar_words(question: QuestionBase, bar: Bar) -> str:
    """Return what a bar stands for."""
    if bar.days is not None:
        return formats.day_range(*bar.days, short=True)
    if bar.name == OTHER:
        return translate("Live", "Other answers")
    if bar.name in {"true", "false"} and not bar.text:
        return true_false_words(bar.name == "true")
    if not bar.text:
        return text.label(Outcome(bar.name))
    return number_words(question, float(bar.name)) if isinstance(question, Numeric) else bar.text

"""What a run says besides its questions: where one stands, and what the button leads to."""

from PySide6.QtCore import QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.quiz import QuizSession
from r2p_app.ui import text
from r2p_app.ui.quiz.scope import scope_title

translate = QCoreApplication.translate


def place_words(library: Library, session: QuizSession, question: QuestionBase) -> str:
    """Return what is asked about, how, and which question of how many it is."""
    count, number = len(session.questions), session.questions.index(question) + 1
    scope, mode = scope_title(library, session.run.scope), text.label(session.run.mode)
    place = translate("RunView", "%1 of %2").replace("%1", str(number)).replace("%2", str(count))
    return " · ".join((scope, mode, place) if count > 1 else (scope, mode))


def hand_in_words(session: QuizSession) -> str:
    """Say, where every question of a test is answered, that it waits to be handed in."""
    if session.is_over or not session.is_complete:
        return ""
    words = translate("RunView", "Every question is answered. You can go back to each under “All questions”.")
    flagged = sum(question.id in session.flagged for question in session.questions)
    told = translate("RunView", "Flagged: %1.").replace("%1", str(flagged))
    return f"{words} {told}" if flagged else words


def next_words(session: QuizSession, *, is_review: bool) -> str:
    """Return what follows the question in view."""
    if is_review:
        return translate("RunView", "Back to the summary")
    if not session.is_over:
        is_last = session.is_complete
        return translate("RunView", "Hand in the test") if is_last else translate("RunView", "Next question")
    is_one_of_many = len(session.questions) > 1
    return translate("RunView", "See the summary") if is_one_of_many else translate("RunView", "More questions")

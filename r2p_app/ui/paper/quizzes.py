"""A quiz that is built, as what a test is made from: the same choices, or the same code, give the same questions."""

from PySide6.QtCore import QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.model import Case
from r2p_app.content.questions import QuestionBase
from r2p_app.export.paper.handouts.subject import Subject, quiz_subject
from r2p_app.learning.pick import pick, seed_of
from r2p_app.learning.request import Request
from r2p_app.ui.quiz.cards import PLAYABLE

translate = QCoreApplication.translate


def quiz_of(library: Library, request: Request) -> Subject:
    """Return the quiz; without a code its shuffles come from what was chosen, so that it can be made again."""
    code = request.code or repr(request.to_query())
    seed = seed_of(code)
    names = pick(library, request.wish(PLAYABLE), seed)
    questions = [library.get(name, QuestionBase) for name in names]
    case = library.find(request.case, Case)
    words = translate("Handouts", "Test: %1") if case is not None else translate("Handouts", "Test")
    title = words.replace("%1", case.title if case is not None else "")
    return quiz_subject(library, questions, title, seed=seed, case=request.case)

"""What is said of a lesson: its length, its case, a step in a line."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.model import Case
from r2p_app.content.teaching import Lesson, LessonStep, StepForm
from r2p_app.lessons.plan import minutes
from r2p_app.ui.format import plural

translate = QCoreApplication.translate

_FORMS: Mapping[StepForm, str] = {
    StepForm.TALK: str(QT_TRANSLATE_NOOP("Lessons", "Talk")),
    StepForm.READ: str(QT_TRANSLATE_NOOP("Lessons", "Reading")),
    StepForm.WRITE: str(QT_TRANSLATE_NOOP("Lessons", "Writing")),
    StepForm.PAIRS: str(QT_TRANSLATE_NOOP("Lessons", "In pairs")),
    StepForm.GROUPS: str(QT_TRANSLATE_NOOP("Lessons", "In groups")),
    StepForm.VOTE: str(QT_TRANSLATE_NOOP("Lessons", "Vote")),
    StepForm.PLENARY: str(QT_TRANSLATE_NOOP("Lessons", "Whole class")),
}


def form_label(form: StepForm) -> str:
    """Return how a class works in a step."""
    return translate("Lessons", _FORMS[form])


def minutes_words(count: int) -> str:
    """Return a length: "50 minutes"."""
    return plural(translate("Lessons", "%n minute(s)", None, count))


def case_of(lesson: Lesson, library: Library) -> Case | None:
    """Return the case that a lesson is about: that of its first objective, since a teacher's own has no folder."""
    known = (library.case_of(name) for name in lesson.objectives if name in library)
    return next((library.find(case, Case) for case in known), None)


def lesson_line(lesson: Lesson, library: Library) -> str:
    """Return case and length in a line: "Rwanda · 50 minutes · 5 steps"."""
    case = case_of(lesson, library)
    steps = plural(translate("Lessons", "%n step(s)", None, len(lesson.steps)))
    parts = (case.title if case is not None else "", minutes_words(minutes(lesson)), steps)
    return " · ".join(part for part in parts if part)


def step_line(step: LessonStep, start: int) -> str:
    """Return a step's place and length in a line: "from minute 5 · 12 minutes · In groups"."""
    begin = translate("Lessons", "from minute %1").replace("%1", str(start))
    return " · ".join((begin, minutes_words(step.minutes), form_label(step.form)))

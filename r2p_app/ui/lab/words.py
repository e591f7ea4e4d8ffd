"""Words of the decision lab that several of its views say."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.dates import day_number
from r2p_app.content.library import Library
from r2p_app.content.model import Case
from r2p_app.content.teaching import DecisionPoint, EvidenceForm, KnownFact
from r2p_app.lab.exercise import OTHER, Exercise, Memo, Missing, Step
from r2p_app.ui.format import date
from r2p_app.ui.widgets.inline import plain

translate = QCoreApplication.translate

_STEPS: Mapping[Step, str] = {
    Step.BRIEF: str(QT_TRANSLATE_NOOP("Lab", "Brief")),
    Step.KNOWN: str(QT_TRANSLATE_NOOP("Lab", "Known then")),
    Step.WEIGH: str(QT_TRANSLATE_NOOP("Lab", "Weigh")),
    Step.ADVISE: str(QT_TRANSLATE_NOOP("Lab", "Advise")),
    Step.DEBRIEF: str(QT_TRANSLATE_NOOP("Lab", "What followed and debrief")),
}

_FORMS: Mapping[EvidenceForm, str] = {
    EvidenceForm.CABLE: str(QT_TRANSLATE_NOOP("Lab", "Cable")),
    EvidenceForm.REPORT: str(QT_TRANSLATE_NOOP("Lab", "Report")),
    EvidenceForm.DOCUMENT: str(QT_TRANSLATE_NOOP("Lab", "Document")),
    EvidenceForm.STATEMENT: str(QT_TRANSLATE_NOOP("Lab", "Statement")),
    EvidenceForm.PRESS: str(QT_TRANSLATE_NOOP("Lab", "Press")),
    EvidenceForm.PUBLIC: str(QT_TRANSLATE_NOOP("Lab", "Public knowledge")),
}

_MISSING: Mapping[Missing, str] = {
    Missing.LEVEL: str(QT_TRANSLATE_NOOP("Lab", "Judge each criterion in play first.")),
    Missing.SUPPORT: str(
        QT_TRANSLATE_NOOP("Lab", "Attach evidence to each criterion in play, or give reasons, before you go on.")
    ),
    Missing.CHOICE: str(QT_TRANSLATE_NOOP("Lab", "Choose an option, or write what you recommend instead.")),
    Missing.MEMO: str(QT_TRANSLATE_NOOP("Lab", "Write reasons, risks, and what would change your mind.")),
    Missing.ADVICE: str(QT_TRANSLATE_NOOP("Lab", "What followed opens once the advice is given.")),
}

QUESTIONS: Mapping[str, str] = {
    "weight": str(QT_TRANSLATE_NOOP("Lab", "Which evidence weighed most with you, and why?")),
    "missing": str(QT_TRANSLATE_NOOP("Lab", "What did you not know that you would have needed to know?")),
    "others": str(
        QT_TRANSLATE_NOOP("Lab", "Which of the later assessments is nearest to yours, and what speaks against it?")
    ),
    "fair": str(
        QT_TRANSLATE_NOOP(
            "Lab", "In retrospect: what could those who decided have known, and what is it fair to ask of them?"
        )
    ),
    "later": str(QT_TRANSLATE_NOOP("Lab", "What do you think now? Your advice above stays as it was.")),
}
"""The questions of the debrief, by the key under which answers are kept."""

_MEMO = (
    str(QT_TRANSLATE_NOOP("Lab", "Recommendation")),
    str(QT_TRANSLATE_NOOP("Lab", "Reasons")),
    str(QT_TRANSLATE_NOOP("Lab", "Risks")),
    str(QT_TRANSLATE_NOOP("Lab", "What would change my mind")),
)

OTHER_TASK: Mapping[str, str] = {
    "made": str(
        QT_TRANSLATE_NOOP("Lab", "Choose two pieces of evidence. Who made each of them, for whom, and with what aim?")
    ),
    "silent": str(QT_TRANSLATE_NOOP("Lab", "What can none of the evidence tell?")),
    "ask": str(QT_TRANSLATE_NOOP("Lab", "What should have been asked, and of whom, before anybody decided?")),
}
"""The task offered instead of advice: it asks about sources and takes no seat (rule G13)."""


_REPORT_OF_2001 = day_number(2001, 12, 1)


def step_title(step: Step) -> str:
    """Return the name of a step."""
    return translate("Lab", _STEPS[step])


def form_label(form: EvidenceForm | None) -> str:
    """Return the word for what carried a piece of evidence."""
    return translate("Lab", _FORMS[form]) if form is not None else ""


def missing_words(missing: Missing) -> str:
    """Return what keeps a step closed, and what to do."""
    return translate("Lab", _MISSING[missing])


def question_words(key: str) -> str:
    """Return a question of the debrief or of the other task."""
    return translate("Lab", QUESTIONS.get(key) or OTHER_TASK[key])


def fact_line(fact: KnownFact) -> str:
    """Return a piece of evidence in a line: its day and what it says."""
    return f"{date(fact.date)}: {plain(fact.fact)}"


def case_of(library: Library, decision: DecisionPoint) -> Case | None:
    """Return the case a decision point belongs to."""
    return library.find(library.case_of(decision.id), Case)


def place_name(library: Library, decision: DecisionPoint) -> str:
    """Return where the decision is taken, "" where that is not said."""
    from r2p_app.lab.horizon import Horizon

    place = Horizon(library, decision).place()
    return place.name if place is not None else ""


def heading(library: Library, decision: DecisionPoint) -> str:
    """Return the day and the place, as the heading of an exercise: "21 April 1994, New York"."""
    return ", ".join(part for part in (date(decision.date), place_name(library, decision)) if part)


def option_text(decision: DecisionPoint, memo: Memo) -> str:
    """Return what a memo recommends, in the words of the option or in the writer's own."""
    chosen = next((one.text for one in decision.options if one.id == memo.option), "")
    return memo.recommendation if memo.option == OTHER else chosen


def memo_parts() -> tuple[str, ...]:
    """Return the names of the parts of a memo, in their order."""
    return tuple(translate("Lab", words) for words in _MEMO)


def memo_texts(decision: DecisionPoint, memo: Memo) -> tuple[str, ...]:
    """Return what is written in these parts."""
    return option_text(decision, memo), memo.reasons, memo.risks, memo.change_mind


def where_words(exercise: Exercise) -> str:
    """Say how far an exercise has come."""
    if exercise.finished_at is not None:
        return translate("Lab", "Finished")
    if exercise.is_advised:
        return translate("Lab", "Advice given, debrief open")
    words = translate("Lab", "In progress: step %1 of 5, %2")
    return words.replace("%1", str(exercise.step.number)).replace("%2", step_title(exercise.step))


def criteria_notice(day: int) -> str:
    """Say where the criteria come from; before the day of the report, not even its date is said."""
    if day < _REPORT_OF_2001:
        return translate(
            "Lab",
            "These criteria were written down later; on this day nobody could apply them. To use them is a view in "
            "retrospect. They serve to put your reasons in order.",
        )
    return translate("Lab", "The criteria of the report of December 2001. They serve to put your reasons in order.")

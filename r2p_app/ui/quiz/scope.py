"""What a run asks about, in words: a case, or several."""

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.model import Case
from r2p_app.content.questions import (
    Cloze,
    EvidenceSort,
    MapLocation,
    Matching,
    MultipleResponse,
    Numeric,
    OpenMemo,
    Ordering,
    QuestionBase,
    ShortAnswer,
    SingleChoice,
    TimelinePlacement,
    TrueFalse,
)
from r2p_app.ui.format import number

_KINDS: Mapping[type[QuestionBase], str] = {
    SingleChoice: str(QT_TRANSLATE_NOOP("QuestionKinds", "single choice")),
    MultipleResponse: str(QT_TRANSLATE_NOOP("QuestionKinds", "multiple choice")),
    TrueFalse: str(QT_TRANSLATE_NOOP("QuestionKinds", "true or false")),
    Numeric: str(QT_TRANSLATE_NOOP("QuestionKinds", "numeric")),
    Ordering: str(QT_TRANSLATE_NOOP("QuestionKinds", "ordering")),
    Matching: str(QT_TRANSLATE_NOOP("QuestionKinds", "matching")),
    ShortAnswer: str(QT_TRANSLATE_NOOP("QuestionKinds", "short answer")),
    Cloze: str(QT_TRANSLATE_NOOP("QuestionKinds", "fill the gaps")),
    EvidenceSort: str(QT_TRANSLATE_NOOP("QuestionKinds", "sort evidence")),
    OpenMemo: str(QT_TRANSLATE_NOOP("QuestionKinds", "in your own words")),
    TimelinePlacement: str(QT_TRANSLATE_NOOP("QuestionKinds", "on the timeline")),
    MapLocation: str(QT_TRANSLATE_NOOP("QuestionKinds", "on the map")),
}
"""What a kind is called inside a sentence, as in "46 single choice"."""


def scope_title(library: Library, scope: str) -> str:
    """Return the title of the case a run asks about; without one it asks about all."""
    case = library.find(scope, Case)
    return case.title if case else QCoreApplication.translate("QuestionKinds", "All cases")


def kind_name(kind: type[QuestionBase]) -> str:
    """Return what a kind of question is called, inside a sentence."""
    return QCoreApplication.translate("QuestionKinds", _KINDS[kind])


def kinds_words(questions: Iterable[QuestionBase]) -> str:
    """Return how many questions there are of each kind, the most frequent first."""
    counts = Counter(type(question) for question in questions)
    return " · ".join(f"{number(count)} {kind_name(kind)}" for kind, count in counts.most_common())

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

_KINDS: Mapping[type[QuestionBase], str] = {
    SingleChoice: str(QT_TRANSLATE_NOOP("QuestionKinds", "%n single choice")),
    MultipleResponse: str(QT_TRANSLATE_NOOP("QuestionKinds", "%n multiple choice")),
    TrueFalse: str(QT_TRANSLATE_NOOP("QuestionKinds", "%n true or false")),
    Numeric: str(QT_TRANSLATE_NOOP("QuestionKinds", "%n numeric")),
    Ordering: str(QT_TRANSLATE_NOOP("QuestionKinds", "%n ordering")),
    Matching: str(QT_TRANSLATE_NOOP("QuestionKinds", "%n matching")),
    ShortAnswer: str(QT_TRANSLATE_NOOP("QuestionKinds", "%n short answer")),
    Cloze: str(QT_TRANSLATE_NOOP("QuestionKinds", "%n fill the gaps")),
    EvidenceSort: str(QT_TRANSLATE_NOOP("QuestionKinds", "%n sort evidence")),
    OpenMemo: str(QT_TRANSLATE_NOOP("QuestionKinds", "%n in your own words")),
    TimelinePlacement: str(QT_TRANSLATE_NOOP("QuestionKinds", "%n on the timeline")),
    MapLocation: str(QT_TRANSLATE_NOOP("QuestionKinds", "%n on the map")),
}
"""A number and a kind, as in "46 single choice"."""


def scope_title(library: Library, scope: str) -> str:
    """Return the title of the case a run asks about; without one it asks about all."""
    case = library.find(scope, Case)
    return case.title if case else QCoreApplication.translate("QuestionKinds", "All cases")


def kinds_words(questions: Iterable[QuestionBase]) -> str:
    """Return how many questions there are of each kind, the most frequent first."""
    counts = Counter(type(question) for question in questions)
    return " · ".join(
        QCoreApplication.translate("QuestionKinds", _KINDS[kind], None, count) for kind, count in counts.most_common()
    )

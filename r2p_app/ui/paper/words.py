"""What handouts are called, and the words that several of them share."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.citations import Length, citation_text, ended
from r2p_app.content.library import Citation, Library
from r2p_app.content.teaching import KnownFact
from r2p_app.export.paper.chapter import joined
from r2p_app.export.paper.handouts.subject import Handout, Subject
from r2p_app.ui.widgets.typography import refine

translate = QCoreApplication.translate

_NAMES: Mapping[Handout, tuple[str, str]] = {
    Handout.WORKSHEET: (
        str(QT_TRANSLATE_NOOP("Handouts", "Worksheet")),
        str(QT_TRANSLATE_NOOP("Handouts", "Tasks with lines to write on, and the material for each of them")),
    ),
    Handout.TEST: (
        str(QT_TRANSLATE_NOOP("Handouts", "Test")),
        str(QT_TRANSLATE_NOOP("Handouts", "Questions in up to six versions, with an answer sheet for each")),
    ),
    Handout.KEY: (
        str(QT_TRANSLATE_NOOP("Handouts", "Answer key")),
        str(QT_TRANSLATE_NOOP("Handouts", "The answers to every version, with the reasons and the sources")),
    ),
    Handout.SORT_CARDS: (
        str(QT_TRANSLATE_NOOP("Handouts", "Sort cards")),
        str(QT_TRANSLATE_NOOP("Handouts", "Cards to cut out and to lay in order")),
    ),
    Handout.EVIDENCE_CARDS: (
        str(QT_TRANSLATE_NOOP("Handouts", "Evidence cards")),
        str(QT_TRANSLATE_NOOP("Handouts", "What was known on the day of a decision, as cards to cut out")),
    ),
    Handout.ROLE_CARDS: (
        str(QT_TRANSLATE_NOOP("Handouts", "Role cards")),
        str(QT_TRANSLATE_NOOP("Handouts", "A sheet for each adviser of the institution that decides")),
    ),
    Handout.FRIEZE: (
        str(QT_TRANSLATE_NOOP("Handouts", "Timeline frieze")),
        str(QT_TRANSLATE_NOOP("Handouts", "Events along a line over several sheets, to cut and join")),
    ),
    Handout.GUIDE: (
        str(QT_TRANSLATE_NOOP("Handouts", "Teacher’s guide")),
        str(QT_TRANSLATE_NOOP("Handouts", "The plan with times, notes and materials")),
    ),
}


def handout_name(kind: Handout) -> str:
    """Return what a kind of handout is called."""
    return translate("Handouts", _NAMES[kind][0])


def handout_line(kind: Handout) -> str:
    """Return what it is in a line."""
    return translate("Handouts", _NAMES[kind][1])


def kicker(subject: Subject, kind: Handout) -> str:
    """Return the line over a title: "Rwanda · Worksheet"."""
    return dotted((subject.case.title if subject.case is not None else "", handout_name(kind)))


def dotted(parts: Iterable[str]) -> str:
    """Return the parts that say something, with dots between them."""
    return " · ".join(part for part in parts if part)


def citations(library: Library, cited: Iterable[str], length: Length = Length.FULL) -> list[str]:
    """Return sources in words, each once."""
    texts = (citation_text(library, Citation.parse(text), length) for text in dict.fromkeys(cited))
    return [joined(refine(text)) for text in texts]


def source_line(library: Library, cited: Iterable[str]) -> str:
    """Return sources in a line for a narrow place."""
    found = citations(library, cited, Length.SHORT)
    name = translate("Handouts", "Source") if len(found) == 1 else translate("Handouts", "Sources")
    return f"{name}: {' '.join(found)}" if found else ""


def provenance(fact: KnownFact) -> str:
    """Return who made what carried a fact, for whom, and how it was held to be then (rule G10); in markup."""
    about = (
        (translate("Handouts", "Made by"), fact.made_by),
        (translate("Handouts", "For"), fact.made_for),
        (translate("Handouts", "Held to be"), fact.held),
    )
    return " ".join(f"*{name}:* {ended(text)}" for name, text in about if text)


def name_fields() -> tuple[tuple[str, float], ...]:
    """Return what is written on top of a sheet, with the shares of its width."""
    return (translate("Handouts", "Name (may be left out)"), 3), (translate("Handouts", "Date"), 1)

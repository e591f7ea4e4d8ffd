"""The memo as a paper: what was advised, and what it rests on."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from r2p_app.content.citations import citation_text
from r2p_app.content.library import Citation, Library
from r2p_app.content.teaching import DecisionPoint
from r2p_app.export.memo import Block, Bullets, Heading, Paper, Paragraph
from r2p_app.lab.exercise import Exercise, Memo
from r2p_app.ui.format import date
from r2p_app.ui.lab.words import QUESTIONS, case_of, fact_line, heading, memo_parts, memo_texts, question_words
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.widgets.inline import plain

translate = QCoreApplication.translate


def memo_paper(library: Library, decision: DecisionPoint, exercise: Exercise) -> Paper:
    """Return the memo of every writer with the judgements it rests on; sources in full once the advice is given."""
    blocks = [block for memo in exercise.memos for block in _memo(decision, memo)]
    blocks += _findings(decision, exercise)
    if exercise.is_advised:
        blocks += _answers(exercise)
        blocks += _sources(library, decision)
    return Paper(plain(decision.title), _subtitle(library, decision, exercise), tuple(blocks))


def _subtitle(library: Library, decision: DecisionPoint, exercise: Exercise) -> str:
    case = case_of(library, decision)
    given = exercise.advised_at
    written = translate("Lab", "written on %1").replace("%1", date(given.date().isoformat())) if given else ""
    parts = (case.title if case else "", heading(library, decision), decision.seat, written)
    return " · ".join(part for part in parts if part)


def _memo(decision: DecisionPoint, memo: Memo) -> Iterator[Block]:
    yield Heading(memo.role or translate("Lab", "Memo"))
    for name, text in zip(memo_parts(), memo_texts(decision, memo), strict=True):
        yield Paragraph(text, name)


def _findings(decision: DecisionPoint, exercise: Exercise) -> Iterator[Block]:
    lines = {fact.id: fact_line(fact) for fact in decision.known_then}
    judged = [(one, found) for one, found in exercise.findings.items() if found.weighing.level is not None]
    if judged:
        yield Heading(translate("Lab", "The six criteria"))
    for criterion, found in judged:
        assert found.weighing.level is not None
        yield Paragraph(found.weighing.reasons, f"{enum_label(criterion)}: {enum_label(found.weighing.level)}")
        sides = (
            (translate("Lab", "Rests on: %1"), found.weighing.evidence),
            (translate("Lab", "Against it: %1"), found.against),
        )
        items = [words.replace("%1", lines[one]) for words, ids in sides for one in ids if one in lines]
        if items:
            yield Bullets(tuple(items))


def _answers(exercise: Exercise) -> Iterator[Block]:
    written = [(key, text) for key, text in exercise.answers.items() if text.strip() and key in QUESTIONS]
    if written:
        yield Heading(translate("Lab", "Thought afterwards, in retrospect"))
    for key, text in written:
        yield Paragraph(text, question_words(key))


def _sources(library: Library, decision: DecisionPoint) -> Iterator[Block]:
    yield Heading(translate("Lab", "Sources of the evidence"))
    cited = dict.fromkeys(text for fact in decision.known_then for text in fact.sources)
    yield Bullets(tuple(citation_text(library, Citation.parse(text)) for text in cited))

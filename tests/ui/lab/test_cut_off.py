"""Nothing later than the decision reaches a learner before the advice: proved on every decision point of the pack."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from r2p_app.content.dates import parse
from r2p_app.content.links import Link
from r2p_app.content.markup import inline, span_text
from r2p_app.content.model import Source
from r2p_app.content.teaching import DecisionPoint
from r2p_app.export.memo import to_markdown
from r2p_app.lab.exercise import STEPS, Step
from r2p_app.ui.format import date
from r2p_app.ui.lab.confinement import LabConfinement
from r2p_app.ui.lab.evidence import EvidenceCard
from r2p_app.ui.lab.exercise_view import IN_CLASS, OTHER_TASK, ExerciseView
from r2p_app.ui.lab.memo_paper import memo_paper
from r2p_app.ui.lab.projector import slides
from r2p_app.ui.lab.roles import role_cards
from r2p_app.ui.lab.weigh import WeighStep
from tests.ui.lab.conftest import shipped

POINTS = shipped().all(DecisionPoint)
YEAR = re.compile(r"(?<![\w/])(?:1[5-9]|20)\d\d(?!\w)")
DAY = re.compile(r"\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December)")
MONTHS = tuple(date(f"1994-{month:02}").split()[0] for month in range(1, 13))
LINK = re.compile(r"r2p://[^\s\"')]+")

each_point = pytest.mark.parametrize("point", POINTS, ids=[point.id for point in POINTS])


def spoken(widget: QWidget) -> Iterator[str]:
    """Everything one widget shows, says, or tells when asked."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield from (widget.text(), widget.placeholderText())
        case QPlainTextEdit():
            yield from (widget.toPlainText(), widget.placeholderText())
        case QTextBrowser():
            yield widget.toHtml()
        case QComboBox():
            yield from (widget.itemText(index) for index in range(widget.count()))
        case QMenu():
            yield from (action.text() for action in widget.actions())
    for name in ("link", "event"):
        yield str(widget.property(name) or "")


def everything(view: ExerciseView) -> list[str]:
    """Every text of every view that can be opened before the advice, with what the search would list."""
    found: list[str] = []
    for name in [*(step.value for step in STEPS[:4]), IN_CLASS, OTHER_TASK]:
        view.shown = name
        view.step_view = made = view._make(name)  # also the views that are not open yet
        if isinstance(made, WeighStep):
            made.making.complete()
            for row in made.rows.values():
                row.judgement.open()
            for card in made.findChildren(EvidenceCard):
                card.make_menu()
        for widget in (made, *made.findChildren(QWidget)):
            found += spoken(widget)
        made.deleteLater()
    found += [text for widget in view.findChildren(QWidget) for text in spoken(widget)]
    found += [line.text for slide in slides(view.session) for line in slide.lines]
    found += [f"{hit.title} {hit.detail}" for hit in LabConfinement(view).found()]
    library, decision, exercise = view.session.state.library, view.session.decision, view.session.exercise
    found += [to_markdown(paper) for paper in (role_cards(library, decision), memo_paper(library, decision, exercise))]
    return [text for text in found if text]


def words(text: str) -> str:
    return " ".join(span_text(inline(text)).split())


def withheld(point: DecisionPoint) -> list[str]:
    """The texts that belong to what followed, and the titles of works published later."""
    texts = [point.chosen, point.what_followed, *point.learned_later]
    texts += [text for one in point.later_assessments for text in (one.text, *([one.by] if "," in one.by else []))]
    ids = {text.partition(",")[0].strip() for fact in point.known_then for text in fact.sources}
    sources = [shipped().get(one, Source) for one in ids]
    return [*texts, *(one.title for one in sources if one.year is None or one.year > int(point.date[:4]))]


def too_late(text: str, point: DecisionPoint) -> list[str]:
    """Years after that of the decision, and days of its year after its day."""
    year, latest = int(point.date[:4]), parse(point.date).latest
    late = [found for found in YEAR.findall(text) if int(found) > year]
    years = {int(found) for found in YEAR.findall(text)}
    for number, month in DAY.findall(text):
        if not years or years == {year}:
            day = parse(f"{year}-{MONTHS.index(month) + 1:02}-{int(number):02}").earliest
            late += [f"{number} {month}"] if day > latest else []
    return late


@each_point
def test_nothing_later_is_shown_or_linked_before_the_advice(
    point: DecisionPoint, view: Callable[..., ExerciseView]
) -> None:
    made = view(point.id)
    texts = everything(made)
    assert len(texts) > 100
    late = {text: found for text in texts if (found := too_late(text, point))}
    assert late == {}
    whole = "\n".join(words(text) for text in texts)
    assert [text for text in withheld(point) if words(text) in whole] == []
    links = [Link.parse(link) for text in texts for link in LINK.findall(text)]
    assert [str(link) for link in links if not LabConfinement(made).allows(link)] == []


def test_the_proof_would_notice(view: Callable[..., ExerciseView]) -> None:
    """The same walk after the advice does find what followed."""
    made = view()
    point = made.session.decision
    made.session.change(lambda at: made.session.exercise.other_task_answered({}, at))
    made.session.advise()
    made.show_view(Step.DEBRIEF.value)
    texts = [text for widget in made.findChildren(QWidget) for text in spoken(widget)]
    whole = "\n".join(re.sub(r"<[^>]+>", "", text) for text in texts)
    assert "About 450 stayed" in whole
    assert any(too_late(text, point) for text in texts)

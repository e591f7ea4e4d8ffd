from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.kinds import KINDS
from r2p_app.content.library import Entry, Library
from r2p_app.content.model import Criterion, Movement, MovementKind, Responsibility, Status
from r2p_app.content.teaching import (
    Comparison,
    ComparisonAnswer,
    ComparisonColumn,
    ComparisonRow,
    CriterionReading,
    DecisionOption,
    DecisionPoint,
    Discussion,
    Guide,
    KnownFact,
    LensEntry,
    Lesson,
    LessonStep,
    Pairing,
    Sequence,
    SequenceStep,
    StepForm,
    View,
)
from r2p_app.ui.theme.look import Look
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.record_card import RecordCard
from r2p_app.ui.widgets.records import uses
from r2p_app.ui.widgets.records.summary import title

RARER: dict[str, Any] = {
    "decision": DecisionPoint(
        id="dp-cable",
        date="1994-01-11",
        title="The informant’s warning",
        seat="Adviser at UN headquarters",
        situation="A cable has come.",
        known_then=(KnownFact(date="1994-01-11", fact="There are lists.", sources=("un-inquiry-1999",)),),
        not_known_then=("Whether it is true.",),
        options=(DecisionOption(id="a", text="Wait", arguments_for="Safe", arguments_against="Slow"),),
        chosen="To wait",
        what_followed="Arms were handed out.",
        later_assessments=(),
        criteria_in_play=(Criterion.LAST_RESORT,),
        sources=("un-inquiry-1999",),
    ),
    "sequence": Sequence(
        id="seq-headquarters",
        title="From the cable to the cut",
        seat="Adviser at UN headquarters",
        introduction="The same seat, at two decisions.",
        steps=(SequenceStep(decision="dp-cable"),),
    ),
    "criterion": CriterionReading(
        id="crit-last",
        criterion=Criterion.LAST_RESORT,
        question="Was force a last resort?",
        argument_yes="Talks had failed.",
        argument_no="Talks went on.",
        evidence=("ev-res-912",),
        sources=("un-inquiry-1999",),
    ),
    "lens": LensEntry(
        id="lens-prevent", responsibility=Responsibility.PREVENT, tried=("Peace talks",), missed=("The cable",)
    ),
    "comparison": Comparison(
        id="cmp-law",
        title="Two texts",
        introduction="The same questions.",
        columns=(ComparisonColumn(id="iciss", title="2001"),),
        rows=(ComparisonRow(id="cmp-who", question="Who?", answers=(ComparisonAnswer(column="iciss", answer="All"),)),),
    ),
    "guide": Guide(
        id="guide-law",
        title="Which text is it?",
        introduction="Two texts that are mixed up.",
        comparison="cmp-law",
        steps=(),
        outcomes=(),
    ),
    "view": View(id="view-critic", kind="critique", title="Selective", text="Used unevenly.", reply="As all law."),
    "movement": Movement(
        id="mv-flight",
        title="Across the border",
        kind=MovementKind.DISPLACEMENT,
        date="1994-07-14/1994-07-18",
        path=("pl-kigali", "pl-arusha"),
        text="Many people fled.",
        status=Status.OFFICIAL_RECORD,
        sources=("un-inquiry-1999",),
    ),
    "pairing": Pairing(id="pair-912", title="Killing and vote", ground="ev-genocide", council="ev-res-912", note="No"),
    "discussion": Discussion(id="disc-one", question="Was it preventable?", guidance="Ask for reasons."),
    "lesson": Lesson(
        id="l-one",
        title="One hour",
        objectives=("o-warnings",),
        steps=(LessonStep(minutes=5, heading="The cable", form=StepForm.READ, activity="Read"),),
        summary="A first lesson.",
    ),
}  # fmt: skip


@pytest.fixture
def library(mini_library: Library) -> Library:
    return Library(
        mini_library.pack, [*mini_library, *(Entry(item.id, kind, "", item) for kind, item in RARER.items())]
    )


def shown(card: QWidget) -> str:
    """Return every word of a card."""
    parts = [label.text() for label in card.findChildren(QLabel)]
    parts += [prose.toPlainText() for prose in card.findChildren(Prose)]
    return "\n".join(parts).replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_kind_has_a_card_with_its_own_words(qtbot: QtBot, look: Look, library: Library, kind: str) -> None:
    entry = next(entry for entry in library if entry.kind == kind)
    card = RecordCard(library, entry.id)
    qtbot.addWidget(card)
    assert card.accessibleName()
    assert len(shown(card)) > 20


@pytest.mark.parametrize(
    ("item_id", "words"),
    [
        ("un-inquiry-1999", ("By: Independent Inquiry", "Symbol: S/1999/1257", "Published: United Nations, 1999")),
        ("p-dallaire", ("Person · born 1946", "Force commander of UNAMIR")),
        ("pl-kigali", ("Position: 1.94° S, 30.06° E",)),
        ("doc-res-912", ("15 for · 0 against · 0 abstained", "para 8 (a)", "Why it matters", "Official record")),
        ("fig-unamir-270", ("270 people", "as of 21 April 1994", "Official record.")),
        (
            "ev-res-912",
            ("21 April 1994 · React", "What kind of claim this is: Official record.", "UN Security Council"),
        ),
        ("mc-no-warning", ("“Nobody could have known.”", "What is known")),
        ("dp-cable", ("Known that day", "11 January 1994: There are lists.", "Not known that day")),
        ("lens-prevent", ("What was tried", "Peace talks", "What was missed")),
        ("cmp-law", ("Who?", "2001: All")),
    ],
)
def test_a_card_says_what_matters(
    qtbot: QtBot, look: Look, library: Library, item_id: str, words: tuple[str, ...]
) -> None:
    card = RecordCard(library, item_id)
    qtbot.addWidget(card)
    text = shown(card)
    for each in words:
        assert each in text


def test_it_lists_where_it_is_used_but_gives_no_question_away(qtbot: QtBot, look: Look, library: Library) -> None:
    card = RecordCard(library, "un-inquiry-1999")
    qtbot.addWidget(card)
    text = shown(card)
    assert "Used in" in text
    assert "Chapter: The warnings" in text
    assert "Question (5)" in text
    assert "Why did Headquarters" not in text


def test_what_is_used_in_many_places_lists_the_first_and_all_of_them_when_asked(
    qtbot: QtBot, look: Look, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uses, "_MOST", 2)
    card = RecordCard(library, "un-inquiry-1999")
    qtbot.addWidget(card)
    card.show()
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    others = [i for i in library.mentions("un-inquiry-1999") if library.kind_of(i).name != "question"]
    assert shown(card.uses).count(": ") < len(others)
    card.uses.all.setFocus()
    QTest.keyClick(card.uses.all, Qt.Key.Key_Space)
    for item_id in others:
        assert title(library, item_id) in shown(card.uses)
    assert not card.uses.all.isVisible()
    assert card.uses.prose.hasFocus()


def test_a_web_address_is_shown_and_asked_for_only_by_a_click(qtbot: QtBot, look: Look, library: Library) -> None:
    card = RecordCard(library, "un-inquiry-1999")
    qtbot.addWidget(card)
    asked: list[str] = []
    card.link_requested.connect(asked.append)
    card.show()
    assert asked == []
    assert "https://undocs.org/S/1999/1257" in shown(card)
    (opener,) = (each for each in card.findChildren(QPushButton) if each.text() == "Open the source")
    QTest.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert asked == ["https://undocs.org/S/1999/1257"]


def test_a_citation_can_be_copied(qtbot: QtBot, look: Look, library: Library) -> None:
    card = RecordCard(library, "un-res-912")
    qtbot.addWidget(card)
    (copier,) = (each for each in card.findChildren(QPushButton) if each.text() == "Copy citation")
    QTest.mouseClick(copier, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "UN Security Council, Resolution 912 (1994), S/RES/912 (1994)."
    assert copier.text() == "Copied"


def test_links_inside_go_to_other_records(qtbot: QtBot, look: Look, library: Library) -> None:
    card = RecordCard(library, "p-dallaire")
    qtbot.addWidget(card)
    card.show()
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    text = card.findChildren(Prose)[0]
    text.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(card.link_requested) as asked:
        QTest.keyClick(text, Qt.Key.Key_Return)
    assert asked.args == ["r2p://source/un-inquiry-1999"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_in_a_narrow_panel(qtbot: QtBot, look: Look, library: Library, scale: float) -> None:
    look.apply(scale=scale)
    card = RecordCard(library, "doc-res-912")
    qtbot.addWidget(card)
    width = look.theme.px(400)
    card.resize(width, card.heightForWidth(width))
    card.show()
    for child in card.findChildren(QWidget):
        if child.isVisible() and child.parentWidget() is card.body:
            assert child.geometry().right() <= card.body.width()
            if isinstance(child, Prose):
                assert child.height() >= child.heightForWidth(child.width())

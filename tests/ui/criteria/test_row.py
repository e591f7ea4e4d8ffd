from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from r2p_app.content.model import Criterion
from r2p_app.lab.judgement import Level, Weighing
from r2p_app.ui.criteria.evidence import EvidenceChoice
from r2p_app.ui.criteria.row import JudgementRow
from r2p_app.ui.theme.look import Look

CHOICES = (EvidenceChoice("ev-1", "7 April 1994: Killing begins"), EvidenceChoice("ev-2", "21 April 1994: A cut"))


@pytest.fixture
def row(qtbot: QtBot, look: Look) -> Iterator[JudgementRow]:
    """Just cause, not judged yet, with the focus on its first level."""
    made = JudgementRow(Criterion.JUST_CAUSE, CHOICES)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    stop = made.levels.focus_stop()
    assert stop is not None
    stop.setFocus()
    yield made
    made.hide()


def focus() -> QPushButton:
    found = QApplication.focusWidget()
    assert isinstance(found, QPushButton)
    return found


def test_nothing_is_judged_at_first(row: JudgementRow) -> None:
    assert row.weighing == Weighing()
    assert row.opener.text() == "Reasons and evidence"
    assert focus().accessibleName() == "Just cause: Not met"


def test_space_and_arrows_choose_a_level_and_open_the_row(qtbot: QtBot, row: JudgementRow) -> None:
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert row.weighing.level is Level.NOT_MET
    with qtbot.waitSignal(row.judged) as judged:
        QTest.keyClick(focus(), Qt.Key.Key_Right)
    assert judged.args == [Weighing(Level.DOUBTFUL)]
    assert row.reasons is not None
    assert row.reasons.isVisible()


def test_reasons_are_told_when_typing_rests(qtbot: QtBot, row: JudgementRow) -> None:
    row.open()
    assert row.reasons is not None
    with qtbot.waitSignal(row.judged) as judged:
        QTest.keyClicks(row.reasons, "Because")
    assert judged.args == [Weighing(None, "Because")]


def test_reasons_are_told_when_the_field_or_the_page_is_left(qtbot: QtBot, row: JudgementRow) -> None:
    row.open()
    assert row.reasons is not None
    row.reasons.setFocus()
    QTest.keyClicks(row.reasons, "One")
    with qtbot.waitSignal(row.judged, timeout=200) as judged:
        QTest.keyClick(row.reasons, Qt.Key.Key_Tab)
    assert judged.args == [Weighing(None, "One")]
    row.reasons.setFocus()
    QTest.keyClicks(row.reasons, " and two")
    with qtbot.waitSignal(row.judged, timeout=200):
        row.hide()


def test_evidence_is_picked_by_key_and_counted(qtbot: QtBot, row: JudgementRow) -> None:
    row.open()
    assert row.evidence is not None
    with qtbot.waitSignal(row.judged) as judged:
        QTest.keyClick(row.evidence.ticks[1], Qt.Key.Key_Space)
    assert judged.args == [Weighing(None, "", ("ev-2",))]
    assert row.opener.text() == "1 piece of evidence"
    assert row.evidence.ticks[1].accessibleName() == CHOICES[1].words


def test_evidence_is_picked_and_dropped_from_elsewhere(row: JudgementRow) -> None:
    row.pick("ev-1")
    assert row.weighing.evidence == ("ev-1",)
    row.pick("ev-1")
    assert not row.weighing.evidence


def test_a_judgement_is_shown_without_telling_anyone(qtbot: QtBot, row: JudgementRow) -> None:
    said = Weighing(Level.LIKELY, "Because", ("ev-2", "ev-gone"))
    with qtbot.assertNotEmitted(row.judged):
        row.show_weighing(said)
        row.open()
        assert row.weighing == said
        row.show_weighing(Weighing())
    assert row.weighing == Weighing()


def test_a_closed_row_says_why_and_on_what_evidence(row: JudgementRow) -> None:
    row.show_weighing(Weighing(Level.LIKELY, "Because", ("ev-2",)))
    assert row.said.isVisible()
    assert row.said.text() == "Because\n• 21 April 1994: A cut"
    row.open()
    assert not row.said.isVisible()


def test_another_order_of_the_evidence_is_no_other_judgement(qtbot: QtBot, row: JudgementRow) -> None:
    said = Weighing(Level.LIKELY, "", ("ev-2", "ev-1"))
    row.show_weighing(said)
    row.open()
    with qtbot.assertNotEmitted(row.judged):
        row.flush()
    assert row.weighing == said


def test_more_evidence_appears_when_it_is_asked_for_or_picked(qtbot: QtBot, look: Look) -> None:
    made = JudgementRow(Criterion.JUST_CAUSE, CHOICES[:1], more=CHOICES[1:])
    qtbot.addWidget(made)
    made.show()
    made.open()
    assert made.evidence is not None
    assert made.evidence.opener.text() == "1 more from this case"
    made.evidence.opener.click()
    assert [tick.choice.id for tick in made.evidence.ticks] == ["ev-1", "ev-2"]
    assert made.evidence.opener.isHidden()


def test_picked_evidence_is_seen_though_it_is_not_offered_first(qtbot: QtBot, look: Look) -> None:
    made = JudgementRow(Criterion.JUST_CAUSE, CHOICES[:1], more=CHOICES[1:])
    qtbot.addWidget(made)
    made.show_weighing(Weighing(Level.MET, "", ("ev-2",)))
    made.open()
    assert made.evidence is not None
    assert made.evidence.chosen == ("ev-2",)
    assert made.evidence.opener.isHidden()

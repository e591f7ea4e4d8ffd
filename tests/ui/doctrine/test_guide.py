from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.teaching import Guide
from r2p_app.ui.doctrine.guide import GuideView
from r2p_app.ui.theme.look import Look
from r2p_app.ui.widgets.prose import Prose
from tests.ui.doctrine.making import guided


@pytest.fixture
def library() -> Library:
    return guided()


@pytest.fixture
def view(qtbot: QtBot, look: Look, library: Library) -> Iterator[GuideView]:
    """The guide at its first question, with the focus on the first choice."""
    made = GuideView(library, library.get("guide-texts", Guide))
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.choices[0].setFocus()
    yield made
    made.hide()


def said(view: GuideView) -> dict[str, str]:
    return {name: words.text() for name, words in view.standing.words.items()}


def test_everything_is_open_at_first(view: GuideView) -> None:
    assert [choice.accessibleName() for choice in view.choices] == ["Experts", "States", "I cannot say"]
    assert said(view) == {"draft": "not asked yet", "outcome": "not asked yet"}
    assert not view.back.isEnabled()


def test_a_choice_leads_on_and_says_what_still_fits(view: GuideView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.answered) as answered, qtbot.waitSignal(view.announced) as announced:
        QTest.keyClick(view.choices[2], Qt.Key.Key_Return)
    assert answered.args == [(None,)]
    assert announced.args == ["Is it law?"]
    QTest.keyClick(view.choices[0], Qt.Key.Key_1)
    assert view.answers == (None, 0)
    assert said(view) == {"draft": "1 answer against it", "outcome": "fits"}


def test_the_end_tells_what_it_is_what_is_contested_and_shows_examples(view: GuideView) -> None:
    QTest.keyClick(view.choices[0], Qt.Key.Key_2)
    (card,) = view.outcomes
    assert view.lead.text() == "Your answers lead to one of the four."
    assert card.accessibleName() == "Outcome of 2005"
    words = "\n".join(prose.toPlainText() for prose in card.findChildren(Prose))
    for part in ("What states agreed.", "Contested: Some call it weak.", "Resolution 912 cuts UNAMIR", "Source\n"):
        assert part in words.replace("\N{NO-BREAK SPACE}", " ")
    assert QApplication.focusWidget() is view.restart


def test_where_answers_contradict_each_other_that_is_said(view: GuideView) -> None:
    view.show_answers((None, 1, 0))
    assert view.lead.text() == "None of the four fits all of your answers. These come nearest."
    view.show_answers((None, None, None))
    assert view.lead.text() == "Your answers fit more than one of the four."
    assert len(view.outcomes) == 2


def test_one_goes_back_and_starts_again_by_key(view: GuideView) -> None:
    view.show_answers((None, None))
    QTest.keyClick(view.choices[0], Qt.Key.Key_Backspace)
    assert list(view.answers) == [None]
    QTest.keyClick(view.restart, Qt.Key.Key_Return)
    assert list(view.answers) == []
    assert QApplication.focusWidget() is view.choices[0]


def test_what_is_contested_stands_beside_its_question_with_sources(view: GuideView, qtbot: QtBot) -> None:
    view.show_answers((None,))
    (prose,) = [one for one in view.findChildren(Prose) if "Contested" in one.toPlainText()]
    assert "Lawyers differ." in prose.toPlainText()
    with qtbot.waitSignal(view.link_requested):
        prose.link_requested.emit("r2p://source/un-inquiry-1999")

"""A heading, as a screen reader meets it."""

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import label
from r2p_app.ui.widgets.inline import inline_label


@pytest.mark.parametrize(("role", "level"), [(TextRole.H1, 1), (TextRole.H2, 2), (TextRole.H3, 3)])
def test_what_is_set_as_a_heading_is_one_of_its_level(qtbot: QtBot, role: TextRole, level: int) -> None:
    heading = label("The Council decides", role)
    qtbot.addWidget(heading)
    interface = QAccessible.queryAccessibleInterface(heading)
    assert interface.role() == QAccessible.Role.Heading
    assert interface.text(QAccessible.Text.Name) == "The Council decides"
    assert interface.attributesInterface().attributeValue(QAccessible.Attribute.Level) == level
    assert interface.textInterface() is None


def test_markup_is_no_part_of_its_name(qtbot: QtBot) -> None:
    heading = inline_label("The *génocidaires* flee", TextRole.H2)
    qtbot.addWidget(heading)
    assert QAccessible.queryAccessibleInterface(heading).text(QAccessible.Text.Name) == "The génocidaires flee"


@pytest.mark.parametrize("made", [{"role": TextRole.BODY}, {"role": TextRole.H1, "is_heading": False}])
def test_other_words_are_no_heading(qtbot: QtBot, made: dict[str, object]) -> None:
    text = label("7", **made)  # type: ignore[arg-type]
    qtbot.addWidget(text)
    assert QAccessible.queryAccessibleInterface(text).role() == QAccessible.Role.StaticText


def test_interfaces_end_with_their_headings_in_whatever_way_these_end(qapp: QApplication) -> None:
    """Python makes them, Qt deletes them: neither order may touch what is gone."""
    for round_ in range(60):
        window = QWidget()
        box = QVBoxLayout(window)
        headings = [label(f"{number}", TextRole.H1) for number in range(3)]
        for heading in headings:
            box.addWidget(heading)
            assert QAccessible.queryAccessibleInterface(heading).role() == QAccessible.Role.Heading
        headings[round_ % 3].setParent(None)
        if round_ % 2:
            window.deleteLater()
        del headings, heading, window, box
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
    assert QAccessible.queryAccessibleInterface(qapp) is not None

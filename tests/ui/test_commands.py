from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from r2p_app.ui.commands import Command, CommandTable
from r2p_app.ui.routes import PAGES
from r2p_app.ui.shell import Shell


def test_ids_and_keys_are_unique(shell: Shell) -> None:
    commands = list(shell.commands)
    assert len({command.id for command in commands}) == len(commands)
    keys = Counter(key for command in commands for key in command.keys)
    assert not [key for key, count in keys.items() if count > 1]


def test_every_key_is_one_that_qt_knows(shell: Shell) -> None:
    assert not [key for command in shell.commands for key in command.keys if QKeySequence(key).isEmpty()]


def test_every_page_of_the_rail_has_a_command(shell: Shell) -> None:
    assert {f"page-{page.name}" for page in PAGES} <= {command.id for command in shell.commands}


def test_running_a_command_calls_it_unless_it_is_disabled(qtbot: QtBot) -> None:
    widget, called = QWidget(), []
    qtbot.addWidget(widget)
    table = CommandTable(widget, [Command("a", "A", (), lambda: called.append("a"))])
    table.run("a")
    table.action("a").setEnabled(False)
    table.run("a")
    assert called == ["a"]
    assert table["a"].title == "A"

"""What the window can do, declared once: shortcuts, menus and the palette are views of this list."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from r2p_app.ui.routes import PAGES, PageSpec, page_title

if TYPE_CHECKING:
    from r2p_app.ui.shell import Shell

translate = QCoreApplication.translate


class Command(NamedTuple):
    """Something a person can do from anywhere. `keys` are in Qt's portable notation, the first one is shown."""

    id: str
    title: str
    keys: tuple[str, ...]
    callback: Callable[[], object]


def window_commands(shell: "Shell") -> tuple[Command, ...]:
    """Return the commands of the window itself, in the order in which the palette lists them."""
    return (
        Command("palette", translate("Commands", "Search"), ("Ctrl+K",), shell.open_palette),
        Command("back", translate("Commands", "Back"), ("Alt+Left",), shell.navigation.back),
        Command("forward", translate("Commands", "Forward"), ("Alt+Right",), shell.navigation.forward),
        *_page_commands(shell),
        Command(
            "text-larger",
            translate("Commands", "Larger text"),
            ("Ctrl++", "Ctrl+="),
            lambda: shell.preferences.step_text(1),
        ),
        Command(
            "text-smaller", translate("Commands", "Smaller text"), ("Ctrl+-",), lambda: shell.preferences.step_text(-1)
        ),
        Command(
            "text-normal", translate("Commands", "Text at 100 %"), ("Ctrl+0",), lambda: shell.preferences.step_text(0)
        ),
        Command(
            "next-theme",
            translate("Commands", "Next theme: light, dark, high contrast"),
            (),
            shell.preferences.next_theme,
        ),
        Command(
            "cycle-region", translate("Commands", "Move between rail, page and top bar"), ("F6",), shell.cycle_region
        ),
        Command("full-screen", translate("Commands", "Full screen on or off"), ("F11",), shell.toggle_full_screen),
        Command("quit", translate("Commands", "Close the window"), ("Ctrl+Q",), shell.close_window),
    )


def _page_commands(shell: "Shell") -> Iterator[Command]:
    for number, page in enumerate(PAGES, start=1):
        yield _page_command(shell, page, (f"Ctrl+{number}",) if number <= 9 else ())


def _page_command(shell: "Shell", page: PageSpec, keys: tuple[str, ...]) -> Command:
    title = translate("Commands", "Go to %1").replace("%1", page_title(page))
    return Command(f"page-{page.name}", title, keys, lambda: shell.navigation.open(f"r2p://{page.name}"))


class CommandTable(QObject):
    """The commands of a window as actions with their shortcuts."""

    def __init__(self, widget: QWidget, commands: Iterable[Command]) -> None:
        super().__init__(widget)
        self._commands = {command.id: command for command in commands}
        self._actions = {command.id: self._action(widget, command) for command in self._commands.values()}

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def __getitem__(self, command_id: str) -> Command:
        return self._commands[command_id]

    def action(self, command_id: str) -> QAction:
        """Return the action of a command, for a menu."""
        return self._actions[command_id]

    def run(self, command_id: str) -> None:
        """Do what the command does, unless it is disabled at present."""
        self._actions[command_id].trigger()

    def _action(self, widget: QWidget, command: Command) -> QAction:
        action = QAction(command.title, self)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(self._on_action_triggered)
        widget.addAction(action)
        return action

    @Slot()
    def _on_action_triggered(self) -> None:
        self._commands[self.sender().objectName()].callback()

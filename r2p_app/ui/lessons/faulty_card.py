"""A file of the teacher's own that is damaged: what is wrong with it, where, and what can be done about it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.problems import Problem
from r2p_app.store.lesson_files import LessonFile
from r2p_app.ui.format import plural
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, button, label
from r2p_app.ui.widgets.flow import FlowLayout

_MOST = 5
"""Faults that are listed; a file that is broken in one place often has many."""


class FaultyCard(Card):
    """A damaged file.

    Signals:
        folder_requested: Open the folder, to mend the file by hand.
        rescue_requested: Make a lesson of what can be read in it.
        drop_requested: Put it away.
    """

    folder_requested = Signal()
    rescue_requested = Signal(object)
    drop_requested = Signal(object)

    def __init__(self, file: LessonFile, parent: QWidget | None = None) -> None:
        super().__init__("note", parent=parent)
        self._file = file
        name = file.path.name
        folder, rescue, drop = (
            self.tr("Open the folder"),
            self.tr("Open a copy of what can be read"),
            self.tr("Put away"),
        )
        self.folder, self.rescue, self.drop = (
            button(words, "secondary", name=f"{words}: {name}") for words in (folder, rescue, drop)
        )
        usable = self.tr("%1 can be used, but something in it is wrong")
        broken = self.tr("%1 is damaged and cannot be used")
        heading = (broken if file.lesson is None else usable).replace("%1", name)
        self.body.addWidget(label(heading, TextRole.BODY_STRONG))
        for problem in file.problems[:_MOST]:
            self.body.addWidget(label(self._words(problem)))
        if (more := len(file.problems) - _MOST) > 0:
            self.body.addWidget(label(plural(self.tr("and %n more", "", more))))
        self.body.addWidget(label(str(file.path), TextRole.SMALL, tone="muted"))
        line = FlowLayout(spacing=2 * GRID)
        for made in (self.folder, self.rescue, self.drop):
            line.addWidget(made)
        self.body.addLayout(line)
        self.folder.clicked.connect(self.folder_requested)
        self.rescue.clicked.connect(self._on_rescue_clicked)
        self.drop.clicked.connect(self._on_drop_clicked)

    def _words(self, problem: Problem) -> str:
        hint = f" ({problem.hint})" if problem.hint else ""
        if not problem.line:
            return f"{problem.message}{hint}"
        where = self.tr("Line %1, column %2:").replace("%1", str(problem.line)).replace("%2", str(problem.column))
        return f"{where} {problem.message}{hint}"

    @Slot()
    def _on_rescue_clicked(self) -> None:
        self.rescue_requested.emit(self._file)

    @Slot()
    def _on_drop_clicked(self) -> None:
        self.drop_requested.emit(self._file)

"""Which questions a class is asked: by case, chapter, objective and number, then ordered and thinned out by hand."""

from collections.abc import Iterable, Sequence
from random import Random

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from r2p_app.content.library import Library
from r2p_app.content.model import Case, Chapter
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import Objective
from r2p_app.learning.pick import Wish, pick
from r2p_app.live.kinds import LIVE_KINDS, plain
from r2p_app.ui.live.rows import flowing, labelled
from r2p_app.ui.quiz.words import kinds_words
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label
from r2p_app.ui.widgets.fields import Combo, Stepper
from r2p_app.ui.widgets.flow import FlowLayout

MOST_QUESTIONS = 40
_USUAL = 8
_ID = Qt.ItemDataRole.UserRole


def candidates(library: Library, case: str, chapter: str, objective: str, seed: int) -> tuple[str, ...]:
    """Return the ids of the questions a class can vote on, mixed, that belong to all that is given."""
    mixed = pick(library, Wish(case=case, kinds=tuple(LIVE_KINDS)), seed)
    belongs = _of_chapter(library, chapter)
    return tuple(
        question_id
        for question_id in mixed
        if (not chapter or question_id in belongs)
        and objective in {"", library.get(question_id, QuestionBase).objective}
    )


def _of_chapter(library: Library, chapter_id: str) -> frozenset[str]:
    """Return the questions that check a chapter, and those about one of its objectives in its case."""
    chapter = library.find(chapter_id, Chapter)
    if chapter is None:
        return frozenset()
    near = library.all(QuestionBase, library.case_of(chapter_id))
    return frozenset((*chapter.check, *(one.id for one in near if one.objective in chapter.objectives)))


class _Ordered(QListWidget):
    """A list whose own keys move and take out what is chosen.

    Signals:
        move_requested: Move it up (-1) or down (1).
        remove_requested: Take it out.
    """

    move_requested = Signal(int)
    remove_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes out; Alt with an arrow moves."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in moves:
            self.move_requested.emit(moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class QuestionList(QWidget):
    """The questions in the order in which they will be asked.

    Signals:
        changed: Another choice or another order.
    """

    changed = Signal()

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.list = _Ordered()
        self.list.setAccessibleName(self.tr("Questions in their order"))
        self.list.setWordWrap(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(current().px(220))
        self.up, self.down = button(self.tr("Move up")), button(self.tr("Move down"))
        self.remove = button(self.tr("Take out"))
        self.summary = label("", TextRole.SMALL, tone="muted")
        column(self.list, self.summary, flowing(self.up, self.down, self.remove), into=self)
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.list.move_requested.connect(self._move)
        self.list.remove_requested.connect(self._on_remove_clicked)
        self.list.model().rowsMoved.connect(self._on_rows_changed)
        self.list.currentRowChanged.connect(self._on_current_row_changed)

    def ids(self) -> tuple[str, ...]:
        """Return the ids in order."""
        return tuple(str(self.list.item(index).data(_ID)) for index in range(self.list.count()))

    def show_ids(self, ids: Iterable[str]) -> None:
        """Show these questions; those a class cannot vote on are left out."""
        self.list.clear()
        for question_id in dict.fromkeys(ids):
            question = self._library.find(question_id, QuestionBase)
            if question is not None and type(question) in LIVE_KINDS:
                item = QListWidgetItem(f"{plain(question.prompt)}\n{kinds_words([question]).removeprefix('1 ')}")
                item.setData(_ID, question_id)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._on_rows_changed()

    @Slot(int)
    def _move(self, step: int) -> None:
        at = self.list.currentRow()
        if 0 <= at + step < self.list.count():
            self.list.insertItem(at + step, self.list.takeItem(at))
            self.list.setCurrentRow(at + step)
            self._on_rows_changed()

    @Slot()
    def _on_up_clicked(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self._move(1)

    @Slot()
    def _on_remove_clicked(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
            self._on_rows_changed()

    @Slot()
    def _on_rows_changed(self) -> None:
        found = [self._library.get(question_id, QuestionBase) for question_id in self.ids()]
        words = self.tr("%1 questions").replace("%1", str(len(found)))
        self.summary.setText(
            f"{words}: {kinds_words(found)}" if found else self.tr("No questions answer to this choice.")
        )
        self._on_current_row_changed(self.list.currentRow())
        self.changed.emit()

    @Slot(int)
    def _on_current_row_changed(self, at: int) -> None:
        last = self.list.count() - 1
        for made, enabled in ((self.up, at > 0), (self.down, 0 <= at < last), (self.remove, at >= 0)):
            made.setEnabled(enabled)


class Chooser(QWidget):
    """Case, chapter, objective and number; the list follows.

    Signals:
        changed: Another choice.
    """

    changed = Signal()

    def __init__(self, library: Library, seed: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._seed = library, seed
        self.case, self.chapter, self.objective = Combo(), Combo(), Combo()
        self.count = Stepper(1, MOST_QUESTIONS)
        self.count.set_name(self.tr("Number of questions"))
        self.questions = QuestionList(library)
        self._fill(self.case, self.tr("All cases"), [(case.id, case.title) for case in library.cases])
        self._build_layout()
        self.count.set_value(_USUAL)
        self._fill_below()
        for combo in (self.case, self.chapter, self.objective):
            combo.activated.connect(self._on_combo_activated)
        self.count.value_changed.connect(self._on_count_value_changed)
        self.questions.changed.connect(self.changed)
        self._pick()

    def ids(self) -> tuple[str, ...]:
        """Return the questions chosen, in order."""
        return self.questions.ids()

    def choose(self, ids: Sequence[str]) -> None:
        """Show a list that was made elsewhere."""
        self.questions.show_ids(ids[:MOST_QUESTIONS])

    def choose_case(self, case: str) -> None:
        """Choose a case, where it exists."""
        if (index := self.case.findData(case)) >= 0:
            self.case.setCurrentIndex(index)
            self._fill_below()
            self._pick()

    def _build_layout(self) -> None:
        fields = FlowLayout(spacing=4 * GRID)
        for title, field in (
            (self.tr("Case"), self.case),
            (self.tr("Chapter"), self.chapter),
            (self.tr("Objective"), self.objective),
            (self.tr("Number of questions"), self.count),
        ):
            fields.addWidget(labelled(title, field))
        box = column(into=self, spacing=3 * GRID)
        box.addLayout(fields)
        box.addWidget(self.questions)

    def _fill(self, combo: Combo, none: str, choices: Iterable[tuple[str, str]]) -> None:
        combo.clear()
        combo.addItem(none, "")
        for value, title in choices:
            combo.addItem(title, value)
        combo.setMaximumWidth(current().px(320))

    def _fill_below(self) -> None:
        """Offer the chapters of the case, and the objectives that have questions in it."""
        case = self._library.find(self._value(self.case), Case)
        chapters = self._library.chapters(case) if case else ()
        self._fill(self.chapter, self.tr("All chapters"), [(chapter.id, chapter.title) for chapter in chapters])
        self.chapter.setEnabled(bool(chapters))
        found = candidates(self._library, self._value(self.case), "", "", self._seed)
        used = {self._library.get(question_id, QuestionBase).objective for question_id in found}
        objectives = [one for one in self._library.all(Objective) if one.id in used]
        self._fill(
            self.objective, self.tr("All objectives"), [(one.id, plain(one.short or one.text)) for one in objectives]
        )

    def _value(self, combo: Combo) -> str:
        return str(combo.currentData() or "")

    def _pick(self) -> None:
        case, chapter, objective = (self._value(combo) for combo in (self.case, self.chapter, self.objective))
        found = candidates(self._library, case, chapter, objective, self._seed)
        self.questions.show_ids(found[: self.count.value()])

    @Slot()
    def _on_combo_activated(self) -> None:
        if self.sender() is self.case:
            self._fill_below()
        self._seed = Random(self._seed).getrandbits(32)
        self._pick()

    @Slot(int)
    def _on_count_value_changed(self, _count: int) -> None:
        self._pick()

"""Notes: every highlight, note and bookmark of the learner, by case and chapter.

`r2p://notes/bookmark` shows those of a kind; `?q=` finds words.
"""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from r2p_app.content.dates import day_number
from r2p_app.content.links import Link
from r2p_app.export.notes import Noted, Words, notes_markdown
from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.ui import format as fmt
from r2p_app.ui.export.licence import licence_line
from r2p_app.ui.export.saving import Asker, FileKind, SavingDialog, ask_path, ask_target
from r2p_app.ui.export.work import Progress, Work
from r2p_app.ui.notes.collection import Kept, chosen, collect
from r2p_app.ui.notes.editor import NoteDialog
from r2p_app.ui.notes.list import MarkList
from r2p_app.ui.notes.marks import Marks
from r2p_app.ui.notes.undo import UndoBar
from r2p_app.ui.notes.words import kind_word, kind_words
from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.toggles import Toggles

_KINDS = (None, *Kind)
_MARKDOWN = ".md"


class NotesPage(Page):
    """Everything the learner marked, to be found, opened, edited, removed and exported."""

    listens_to = Changes.LIBRARY | Changes.NOTES | Changes.PROFILE

    def __init__(self, state: AppState, parent: QWidget | None = None, *, ask: Asker = ask_path) -> None:
        super().__init__(state, parent)
        self._ask = ask
        self._marks = Marks(state)
        self._kept: tuple[Kept, ...] = ()
        self._edited: Annotation | None = None
        self.undo = UndoBar()
        self.undo.undo_requested.connect(self._on_undo_requested)
        self._build()
        box = column(self.list, self.undo, into=self, spacing=0)
        box.setStretch(0, 1)
        self._load()

    @property
    def shown(self) -> tuple[Kept, ...]:
        """The marks that pass the filters."""
        return chosen(self._kept, _KINDS[self.filter.index], self.words.text())

    def show_link(self, link: Link) -> None:
        """Show the marks of a kind, or those with some words."""
        kinds = [kind.value if kind else "" for kind in _KINDS]
        wanted = link.parts[0] if link.parts else ""
        self.filter.choose(kinds.index(wanted) if wanted in kinds else 0)
        with QSignalBlocker(self.words):
            self.words.setText(link.value("q"))
        self._show()

    def place(self) -> Link:
        """Return the link with the filters."""
        kind, words = _KINDS[self.filter.index], self.words.text().strip()
        return Link("notes", (kind.value,) if kind else (), (("q", words),) if words else ())

    def refresh(self, changes: Changes) -> None:
        """Show what is marked by now."""
        if changes & Changes.PROFILE:
            self.undo.hide()
        self._load()

    def first_focus(self) -> QWidget:
        """The field to find words in; where there is nothing yet, the way to something to mark."""
        return self.words if self._kept else self.begin

    def _build(self) -> None:
        self.filter = Toggles([self.tr("All"), *map(kind_words, Kind)], self.tr("Kind"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find words"))
        self.words.setAccessibleName(self.tr("Find words in your notes"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(current().px(220))
        self.export = button(self.tr("Export as Markdown"), "secondary")
        self.count = label("", TextRole.SMALL, tone="muted")
        self.empty = label(self._nothing_yet())
        self.begin = button(self.tr("Choose a chapter"), "primary")
        self.begin.clicked.connect(self._on_begin_clicked)
        self.tools = QWidget()
        tools = FoldingRow(760, spacing=4 * GRID, parent=self.tools)
        for widget, stretch in ((self.filter, 1), (self.words, 0), (self.export, 0)):
            tools.addWidget(widget, stretch)
        title = label(self.tr("Notes, highlights and bookmarks"), TextRole.H1)
        begin = QWidget()
        FlowLayout(begin).addWidget(self.begin)
        self._while_empty = (self.empty, begin)
        head = (title, *self._while_empty, self.tools, self.count)
        self.list = MarkList(self._made_on, head, name=self.tr("Notes"))
        self.filter.chosen.connect(self._on_filter_chosen)
        self.words.textChanged.connect(self._on_words_text_changed)
        self.export.clicked.connect(self._on_export_clicked)
        self.list.link_requested.connect(self.link_requested)
        self.list.edit_requested.connect(self._on_list_edit_requested)
        self.list.remove_requested.connect(self._on_list_remove_requested)
        self.list.place_settled.connect(self.place_changed)

    def _nothing_yet(self) -> str:
        return self.tr(
            "Nothing is marked yet. In a chapter, press H to highlight the words selected or the paragraph in view, N "
            "to write a note on them, B to bookmark the paragraph; or use the buttons above the text. What you mark "
            "stands here, and stays on this computer."
        )

    def _load(self) -> None:
        self._kept = collect(self.state.library, self._marks.log.all())
        self._show()

    def _show(self) -> None:
        shown, has_any = self.shown, bool(self._kept)
        for widget in self._while_empty:
            widget.setVisible(not has_any)
        for widget in (self.tools, self.count):
            widget.setVisible(has_any)
        self.export.setEnabled(bool(shown))
        words = self.tr("%1 of %2 shown").replace("%1", fmt.number(len(shown)))
        self.count.setText(words.replace("%2", fmt.number(len(self._kept))))
        self.list.show_marks(shown, is_filtered=has_any)

    def _made_on(self, annotation: Annotation) -> str:
        made = annotation.made_at.astimezone()
        return fmt.day(day_number(made.year, made.month, made.day))

    def _export_words(self) -> Words:
        return Words(
            title=self.tr("Notes, highlights and bookmarks"),
            bookmark=kind_word(Kind.BOOKMARK),
            changed=self.tr("The text has changed since: these words are not in the chapter any more."),
            gone=self.tr("The chapter is not in this content any more."),
            elsewhere=self.tr("From content that is not here any more"),
            open=self.tr("Open in the program"),
            date=self._made_on,
            source=licence_line(self.state.library.pack),
        )

    def _work(self) -> Work:
        noted = [Noted(each.annotation, not each.anchor) for each in self.shown]
        yield Progress(1, 1)
        return notes_markdown(self.state.library, noted, self._export_words()).encode()

    @Slot(int)
    def _on_filter_chosen(self, _place: int) -> None:
        self._show()
        self.announced.emit(self.count.text())
        self.place_changed.emit()

    @Slot(str)
    def _on_words_text_changed(self, _words: str) -> None:
        self._show()
        self.announced.emit(self.count.text())
        self.place_changed.emit()

    @Slot()
    def _on_begin_clicked(self) -> None:
        self.link_requested.emit("r2p://case")

    @Slot()
    def _on_export_clicked(self) -> None:
        kind = FileKind(_MARKDOWN, self.tr("Markdown text"))
        target = ask_target(self, self.state.preferences, "r2p-notes", kind, self._ask)
        if target is not None:
            dialog = SavingDialog(self._work(), target, self)
            dialog.again_requested.connect(self._on_export_clicked)
            dialog.start()

    @Slot(object)
    def _on_list_edit_requested(self, annotation: Annotation) -> None:
        self._edited = annotation
        dialog = NoteDialog(annotation, self)
        dialog.written.connect(self._on_dialog_written)
        dialog.remove_requested.connect(self._on_dialog_remove_requested)
        dialog.open()

    @Slot(str)
    def _on_dialog_written(self, note: str) -> None:
        if self._edited is not None:
            self._edited = self._marks.write(self._edited, note)

    @Slot()
    def _on_dialog_remove_requested(self) -> None:
        if self._edited is not None:
            self._on_list_remove_requested(self._edited)

    @Slot(object)
    def _on_list_remove_requested(self, annotation: Annotation) -> None:
        self._marks.remove(annotation)
        self.undo.offer(annotation)
        self.words.setFocus()

    @Slot(object)
    def _on_undo_requested(self, annotation: Annotation) -> None:
        self._marks.restore(annotation)
        self.words.setFocus()

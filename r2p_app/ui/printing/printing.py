"""From the wish to have a chapter on paper to the file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.model import Case, Chapter
from r2p_app.export.paper.setting import PaperSize
from r2p_app.ui.export.saving import Asker, FileKind, SavingDialog, ask_path, ask_target
from r2p_app.ui.printing.chapter import ChapterPlan, chapter_pdf
from r2p_app.ui.printing.dialog import PaperDialog
from r2p_app.ui.state import AppState

if TYPE_CHECKING:
    from r2p_app.ui.paper.handouts import HandoutPrinting


class ChapterPrinting(QObject):
    """Asks, and saves; `owner` is what its dialogs stand over."""

    def __init__(self, state: AppState, owner: QWidget, *, ask: Asker = ask_path) -> None:
        super().__init__(owner)
        self._state, self._owner, self._ask = state, owner, ask
        self._plan: ChapterPlan | None = None
        self.handouts: HandoutPrinting | None = None

    def open(self, case: Case, chapter: Chapter) -> None:
        """Ask how a chapter is to stand on paper."""
        marks = self._state.store.annotations.of(chapter.id)
        self._plan = ChapterPlan(self._state.library, case, chapter, marks=marks)
        dialog = PaperDialog(chapter.title, has_marks=bool(marks), parent=self._owner)
        dialog.chosen.connect(self._on_dialog_chosen)
        dialog.handouts_requested.connect(self._on_dialog_handouts_requested)
        dialog.open()

    @Slot(object, bool)
    def _on_dialog_chosen(self, paper: PaperSize, with_marks: bool) -> None:
        if self._plan is not None:
            marks = self._plan.marks if with_marks else ()
            self._plan = ChapterPlan(self._plan.library, self._plan.case, self._plan.chapter, paper, marks)
            self._save()

    @Slot()
    def _on_dialog_handouts_requested(self) -> None:
        from r2p_app.ui.paper.handouts import HandoutPrinting

        assert self._plan is not None
        if self.handouts is None:
            self.handouts = HandoutPrinting(self._state, self._owner)
        self.handouts.open_record(self._plan.chapter)

    @Slot()
    def _save(self) -> None:
        assert self._plan is not None
        kind = FileKind(".pdf", self.tr("PDF document"))
        stem = f"r2p-{self._plan.chapter.id}"
        target = ask_target(self._owner, self._state.preferences, stem, kind, self._ask)
        if target is not None:
            dialog = SavingDialog(chapter_pdf(self._plan), target, self._owner)
            dialog.again_requested.connect(self._save)
            dialog.start()

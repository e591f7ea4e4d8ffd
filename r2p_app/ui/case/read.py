"""Reading the chapters of a case."""

from PySide6.QtWidgets import QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Case, Chapter
from r2p_app.ui.case.tab import CaseTab
from r2p_app.ui.reader.progress import chapter_to_open
from r2p_app.ui.reader.view import CaseReader
from r2p_app.ui.state import AppState
from r2p_app.ui.widgets.basic import column


class ReadTab(CaseTab):
    """The reader, at a chapter that a link names or where the learner left off."""

    def __init__(self, case: Case, here: Link, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(case, here, state, parent)
        self.reader = CaseReader(case, state, self)
        self.reader.link_requested.connect(self.link_requested)
        self.reader.announced.connect(self.announced)
        self.reader.place_changed.connect(self.place_changed)
        column(self.reader, into=self)

    def show_link(self, link: Link) -> None:
        """Show a place in a chapter; without one stay, or go on where the learner left off."""
        named = self.state.library.find(link.parts[2], Chapter) if len(link.parts) > 2 else None
        if named is not None and named.id in self.case.chapters:
            self.reader.show_chapter(named, link.fragment)
        elif self.reader.view is None:
            progress = self.state.store.reading.all_progress()
            chapter = chapter_to_open(progress, self.state.library, self.case)
            if chapter is not None:
                self.reader.show_chapter(chapter)

    def place(self) -> Link:
        """Return the link that restores chapter and place."""
        return self.reader.place

    def show_progress(self) -> None:
        """Show what is finished, how much is read, and what is marked."""
        self.reader.show_progress()
        self.reader.show_marks()

    def first_focus(self) -> QWidget | None:
        """The text."""
        return self.reader.first_focus()

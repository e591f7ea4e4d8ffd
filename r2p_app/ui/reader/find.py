"""Finding words in the chapter in view: every text of it is searched, the hits are drawn and gone through.

The painted cards of the margin are left out: the sources in them stand at the end of the chapter too, people and terms
behind their links.
"""

from PySide6.QtCore import QObject, QRect, Slot

from r2p_app.content.folding import FoldedText
from r2p_app.ui.reader.find_bar import FindBar
from r2p_app.ui.reader.finding import Hit, Hits
from r2p_app.ui.reader.run import RunView
from r2p_app.ui.reader.scroll import ChapterScroll
from r2p_app.ui.widgets.marked import HIT, PRESENT_HIT, Marked
from r2p_app.ui.widgets.prose import Prose

_LAYER = "hits"


class ChapterFinder(QObject):
    """Joins the bar with the chapter in view."""

    def __init__(self, bar: FindBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._view: ChapterScroll | None = None
        self._texts: list[Prose] = []
        self._folded: list[FoldedText] = []
        self._hits = Hits()
        self._is_whole = True
        bar.words_changed.connect(self._on_bar_words_changed)
        bar.step_requested.connect(self._on_bar_step_requested)
        bar.closed.connect(self._on_bar_closed)

    def open(self, view: ChapterScroll, words: str = "") -> None:
        """Show the bar for a chapter."""
        self._take(view)
        self._bar.open(words)

    def show_in(self, view: ChapterScroll) -> None:
        """Search another chapter, if the bar is open."""
        if self._bar.isVisible() and view is not self._view:
            self._take(view)
            self._on_bar_words_changed(self._bar.field.text())

    def _take(self, view: ChapterScroll) -> None:
        self._leave()
        self._view = view
        view.sheet.laid_out.connect(self._on_sheet_laid_out)
        self._read()

    def _leave(self) -> None:
        self._clear()
        if self._view is not None:
            self._view.sheet.laid_out.disconnect(self._on_sheet_laid_out)
        self._view, self._texts, self._folded = None, [], []

    def _read(self) -> None:
        """Take the texts as they are now; a long chapter is still being made right after it was opened."""
        assert self._view is not None
        sheet = self._view.sheet
        self._is_whole = sheet.is_complete
        self._texts = sheet.texts
        self._folded = [FoldedText(prose.document().toRawText()) for prose in self._texts]

    def _clear(self) -> None:
        for prose in self._texts:
            prose.mark(_LAYER, ())
        self._hits = Hits()

    @Slot(str)
    def _on_bar_words_changed(self, words: str) -> None:
        if self._view is None:
            return
        found = (Hit(i, *extent) for i, text in enumerate(self._folded) for extent in text.occurrences(words))
        self._hits = Hits(tuple(found))
        self._hits.start_at(self._first_in_view())
        self._show()

    @Slot(int)
    def _on_bar_step_requested(self, by: int) -> None:
        self._hits.step(by)
        self._show()

    @Slot()
    def _on_bar_closed(self) -> None:
        hit, view = self._hits.present, self._view
        text = self._texts[hit.text] if hit is not None else None
        self._leave()
        if view is not None:
            view.setFocus()
        if hit is not None and isinstance(text, RunView):
            text.select(hit.start, hit.end)  # to go on from there: to mark the words, or to read on

    @Slot()
    def _on_sheet_laid_out(self) -> None:
        """The rest of the chapter is there: look in it too."""
        if self._view is not None and not self._is_whole and self._view.sheet.is_complete:
            self._clear()
            self._read()
            self._on_bar_words_changed(self._bar.field.text())

    def _show(self) -> None:
        present = self._hits.present
        for index, prose in enumerate(self._texts):
            hits = self._hits.of(index)
            prose.mark(_LAYER, [Marked(h.start, h.end, PRESENT_HIT if h == present else HIT) for h in hits])
        self._bar.show_count(self._hits.index, len(self._hits.all))
        if present is not None and self._view is not None:
            self._view.show_area(self._area(present))

    def _area(self, hit: Hit) -> QRect:
        """Return where a hit stands on the sheet."""
        assert self._view is not None
        prose = self._texts[hit.text]
        first = prose.rects(hit.start, hit.end)[0].toRect()
        return QRect(prose.mapTo(self._view.sheet, first.topLeft()), first.size())

    def _first_in_view(self) -> int:
        """Return the first text that ends below the top of the view."""
        assert self._view is not None
        top = self._view.verticalScrollBar().value()
        bottoms = (prose.mapTo(self._view.sheet, prose.rect().bottomLeft()).y() for prose in self._texts)
        return next((index for index, bottom in enumerate(bottoms) if bottom > top), 0)

"""The marks as cards under the titles of their cases and chapters, made as far as they are scrolled to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from r2p_app.notes.annotation import Annotation
from r2p_app.ui.case.card_list import CardList, one_below_the_other
from r2p_app.ui.notes.card import MarkCard
from r2p_app.ui.notes.collection import Kept
from r2p_app.ui.reader.closing import numbered
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import label

_BATCH = 12


class MarkList(CardList):
    """Shows marks.

    Signals:
        link_requested: Show a place in its chapter.
        edit_requested: A note is to be written.
        remove_requested: A mark is no longer wanted.
    """

    link_requested = Signal(str)
    edit_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(
        self, made_on: Callable[[Annotation], str], head: Sequence[QWidget], *, name: str, parent: QWidget | None = None
    ) -> None:
        self._made_on = made_on
        self._makers: dict[str, Callable[[], QWidget]] = {}
        super().__init__(self._make_part, one_below_the_other, batch=_BATCH, name=name, head=head, parent=parent)

    def show_marks(self, kept: Sequence[Kept], *, is_filtered: bool) -> None:
        """Show these marks; those shown before keep their cards. Without a filter, none is nothing to tell."""
        parts: list[str] = []
        case = chapter = None
        for each in kept:
            if each.case is not case:
                case = each.case
                parts.append(self._part(f"case {case.id if case else ''}", self._case_title, each))
            if each.chapter is not chapter and each.chapter is not None:
                chapter = each.chapter
                parts.append(self._part(f"chapter {chapter.id}", self._chapter_title, each))
            parts.append(self._part(f"{each.annotation.id} {each.link} {each.annotation.note}", self._card, each))
        self.show_ids(parts)
        self._nothing.setVisible(is_filtered and not kept)

    def _part(self, key: str, make: Callable[[Kept], QWidget], kept: Kept) -> str:
        self._makers[key] = lambda: make(kept)
        return key

    def _make_part(self, key: str) -> QWidget:
        return self._makers[key]()

    def _case_title(self, kept: Kept) -> QWidget:
        case = kept.case
        title = case.title if case is not None else self.tr("From content that is not here any more")
        return label(title, TextRole.H2, tone=case.colour or case.id if case is not None else "")

    def _chapter_title(self, kept: Kept) -> QWidget:
        assert kept.case is not None
        assert kept.chapter is not None
        return label(numbered(kept.case, kept.chapter), TextRole.H3)

    def _card(self, kept: Kept) -> QWidget:
        card = MarkCard(kept, self._made_on(kept.annotation))
        card.link_requested.connect(self.link_requested)
        card.edit_requested.connect(self.edit_requested)
        card.remove_requested.connect(self.remove_requested)
        return card

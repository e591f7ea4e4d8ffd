"""Evidence cards: what was known, when, who made it and for whom; attached to a criterion by drag or by a key."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from r2p_app.content.model import Criterion
from r2p_app.content.teaching import KnownFact
from r2p_app.lab.horizon import Horizon
from r2p_app.ui.format import date
from r2p_app.ui.lab.words import fact_line, form_label
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import label
from r2p_app.ui.widgets.focus_card import FocusCard
from r2p_app.ui.widgets.inline import inline_label
from r2p_app.ui.widgets.typography import refine

MIME = "application/x-r2p-evidence"


class EvidenceCard(FocusCard):
    """One piece of evidence.

    With `criteria` it can be attached: by dragging it, or by E, which opens a menu.

    Signals:
        attached: The person attaches the evidence with this id to a criterion.
        set_against: The person says that it speaks against the judgement on a criterion.
    """

    attached = Signal(str, Criterion)
    set_against = Signal(str, Criterion)

    def __init__(
        self,
        fact: KnownFact,
        horizon: Horizon,
        *,
        criteria: Sequence[Criterion] = (),
        is_brief: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.fact, self._criteria = fact, tuple(criteria)
        self._pressed: QPoint | None = None
        self.menu: QMenu | None = None
        self.body.setSpacing(GRID)
        kicker = " · ".join(part for part in (date(fact.date), form_label(fact.form)) if part)
        self.body.addWidget(label(kicker, TextRole.SMALL, tone="muted"))
        self.body.addWidget(inline_label(refine(fact.fact)))
        self._add_origin(fact, horizon, is_brief=is_brief)
        self.setAccessibleName(f"{kicker}. {fact_line(fact)}")
        if self._criteria:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.setAccessibleDescription(self.tr("Press E to attach it to a criterion."))

    def _add_origin(self, fact: KnownFact, horizon: Horizon, *, is_brief: bool) -> None:
        """Say who made it, for whom, and how it was held; in brief only the last, by which it is weighed."""
        origin = ((self.tr("Made by: %1"), fact.made_by), (self.tr("Made for: %1"), fact.made_for))
        held = (self.tr("How it was held then: %1"), fact.held)
        for words, text in (held,) if is_brief else (*origin, held):
            if text:
                self.body.addWidget(label(refine(words.replace("%1", text)), TextRole.SMALL))
        if not is_brief:
            self._add_source(fact, horizon)

    def _add_source(self, fact: KnownFact, horizon: Horizon) -> None:
        self.body.addWidget(label(self._source_words(fact, horizon), TextRole.SMALL, tone="muted"))

    def _source_words(self, fact: KnownFact, horizon: Horizon) -> str:
        found = horizon.sources(fact)
        shown = [source.citation for source in found if not source.is_withheld]
        if len(shown) < len(found):
            shown.append(self.tr("The source is cited in full after your advice."))
        return refine(" ".join(shown))

    # --- attaching ----------------------------------------------------------------------------------------------------

    def open_menu(self) -> None:
        """Ask to which criterion the evidence belongs."""
        if self._criteria:
            self.make_menu().popup(self.mapToGlobal(QPoint(self.width() // 3, min(self.height(), current().px(40)))))

    def make_menu(self) -> QMenu:
        """Return the menu of criteria: those that the evidence supports, and those that it speaks against."""
        self.menu = menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(self.tr("Attach to"))
        for criterion in self._criteria:
            self._add_action(menu, criterion, against=False)
        against = menu.addMenu(self.tr("Speaks against the judgement on"))
        for criterion in self._criteria:
            self._add_action(against, criterion, against=True)
        return menu

    def _add_action(self, menu: QMenu, criterion: Criterion, *, against: bool) -> None:
        action = QAction(enum_label(criterion), menu)
        action.setData((criterion, against))
        action.triggered.connect(self._on_action_triggered)
        menu.addAction(action)

    @Slot()
    def _on_action_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        criterion, against = action.data()
        (self.set_against if against else self.attached).emit(self.fact.id, Criterion(criterion))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """E, Enter or the space bar ask where to attach it."""
        keys = {Qt.Key.Key_E, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if self._criteria and event.key() in keys and not event.modifiers():
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton and self._criteria:
            self._pressed = event.position().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag once the pointer has moved far enough."""
        far = QApplication.startDragDistance()
        if self._pressed is not None and (event.position().toPoint() - self._pressed).manhattanLength() >= far:
            self._pressed = None
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It was only a click."""
        self._pressed = None
        super().mouseReleaseEvent(event)

    def _drag(self) -> None:
        drag = QDrag(self)
        drag.setMimeData(evidence_mime(self.fact.id))
        drag.setPixmap(self.grab().scaledToWidth(min(self.width(), current().px(280))))
        drag.exec(Qt.DropAction.CopyAction)


def evidence_mime(fact_id: str) -> QMimeData:
    """Return what a dragged card carries: the id of its evidence."""
    mime = QMimeData()
    mime.setData(MIME, fact_id.encode())
    return mime


def evidence_of(mime: QMimeData) -> str:
    """Return the id of the evidence that is dragged, "" for anything else."""
    return bytes(mime.data(MIME).data()).decode(errors="replace") if mime.hasFormat(MIME) else ""

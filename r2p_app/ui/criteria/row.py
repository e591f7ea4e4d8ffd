"""One criterion as a row: its name, four levels, how much evidence; below it, when opened, reasons and evidence."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from r2p_app.content.model import Criterion
from r2p_app.lab.judgement import Level, Weighing
from r2p_app.ui.criteria.evidence import EvidenceChoice, EvidencePicker
from r2p_app.ui.criteria.words import evidence_words
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label
from r2p_app.ui.widgets.fields import storable
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.toggles import Toggles

_FOLD = 640
"""Pixels at 100 % text below which the levels stand under the name."""

_TYPED = 400
"""Milliseconds without another letter after which reasons are kept."""

_LONGEST = 20_000
_LEVELS = tuple(Level)


class JudgementRow(QWidget):
    """A criterion to be judged. It opens when a level is chosen, and by its button.

    `title` stands there instead of the name of the criterion, where that is said above already; `more` is evidence that
    is offered only when it is asked for.

    Signals:
        judged: The person judged otherwise; carries the whole `Weighing`. Reasons follow after a moment without typing.
    """

    judged = Signal(object)

    def __init__(
        self,
        criterion: Criterion,
        choices: Sequence[EvidenceChoice],
        *,
        title: str = "",
        more: Sequence[EvidenceChoice] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.criterion, self._choices, self._more = criterion, choices, more
        self.title = title or enum_label(criterion)
        self.name = f"{title}, {enum_label(criterion)}" if title else self.title
        self._weighing = Weighing()
        self.reasons: QPlainTextEdit | None = None
        self.evidence: EvidencePicker | None = None
        self._details: QWidget | None = None
        self._typed = QTimer(self, singleShot=True, interval=_TYPED)
        self._typed.timeout.connect(self.flush)
        self.levels = Toggles([enum_label(level) for level in _LEVELS], self.name, chosen=None)
        self.levels.chosen.connect(self._on_levels_chosen)
        self.opener = button("", "link")
        self.opener.setCheckable(True)
        self.opener.toggled.connect(self._on_opener_toggled)
        head = FoldingRow(_FOLD, spacing=4 * GRID)
        head.addWidget(label(self.title, TextRole.BODY_STRONG), 2, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.levels, 5, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._box = column(into=self, spacing=2 * GRID)
        self._box.addLayout(head)
        self.said = label("", TextRole.SMALL, tone="muted")
        self._box.addWidget(self.said)
        self._tell()

    @property
    def weighing(self) -> Weighing:
        """What is judged now, with what was typed a moment ago."""
        reasons, evidence = self._weighing.reasons, self._weighing.evidence
        if self.reasons is not None and self.evidence is not None:
            reasons = storable(self.reasons.toPlainText()[:_LONGEST])
            if {*evidence} != {*self.evidence.chosen}:  # another order of the list is no other judgement
                evidence = self.evidence.chosen
        index = self.levels.index
        return Weighing(_LEVELS[index] if index >= 0 else None, reasons, evidence)

    def show_weighing(self, weighing: Weighing) -> None:
        """Show a judgement without telling anyone; one that is shown already disturbs nothing that is being typed."""
        if weighing == self.weighing:
            return
        self._weighing = weighing
        self.levels.choose(None if weighing.level is None else _LEVELS.index(weighing.level))
        self._show_details()
        self._tell()

    def open(self) -> None:
        """Show reasons and evidence."""
        self.opener.setChecked(True)

    def pick(self, item_id: str) -> None:
        """Pick a piece of evidence from elsewhere, or drop it where it is picked."""
        self.open()
        assert self.evidence is not None
        chosen = self.evidence.chosen
        rest = tuple(other for other in chosen if other != item_id)
        self.evidence.choose(rest if item_id in chosen else (*chosen, item_id))
        self.flush()

    @Slot()
    def flush(self) -> None:
        """Tell what was changed, now."""
        self._typed.stop()
        if (weighing := self.weighing) != self._weighing:
            self._weighing = weighing
            self._tell()
            self.judged.emit(weighing)

    def _make_details(self) -> QWidget:
        self.reasons = QPlainTextEdit()
        self.reasons.setTabChangesFocus(True)
        self.reasons.setMinimumHeight(current().px(88))
        self.reasons.setMaximumHeight(current().px(160))
        self.reasons.setPlaceholderText(self.tr("Why? What speaks for it, what against?"))
        self.reasons.setAccessibleName(self.tr("Reasons: %1").replace("%1", self.name))
        self.evidence = EvidencePicker(self._choices, self._more)
        self.evidence.setAccessibleName(self.tr("Evidence: %1").replace("%1", self.name))
        made = QWidget()
        box = column(label(self.tr("Your reasons"), TextRole.SMALL_STRONG), self.reasons, into=made)
        if self._choices or self._more:
            box.addWidget(label(self.tr("The evidence you rest it on"), TextRole.SMALL_STRONG))
            box.addWidget(self.evidence)
        self.reasons.textChanged.connect(self._typed.start)
        self.reasons.installEventFilter(self)
        self.evidence.picked.connect(self.flush)
        return made

    def _show_details(self) -> None:
        if self.reasons is not None and self.evidence is not None:
            with QSignalBlocker(self.reasons):
                self.reasons.setPlainText(self._weighing.reasons)
            self.evidence.choose(self._weighing.evidence)

    def _tell(self) -> None:
        """Say how much evidence there is, and while the row is closed what it is, and why."""
        count = len(self._weighing.evidence)
        words = evidence_words(count) if count else self.tr("Reasons and evidence")
        self.opener.setText(words)
        self.opener.setAccessibleName(f"{self.name}: {words}")
        known = {choice.id: choice.words for choice in (*self._choices, *self._more)}
        lines = (self._weighing.reasons, *(f"• {known[name]}" for name in self._weighing.evidence if name in known))
        self.said.setText("\n".join(filter(None, lines)))
        self.said.setVisible(bool(self.said.text()) and not self.opener.isChecked())

    @Slot(int)
    def _on_levels_chosen(self, _index: int) -> None:
        self.open()
        self.flush()

    @Slot(bool)
    def _on_opener_toggled(self, is_open: bool) -> None:
        if is_open and self._details is None:
            self._details = self._make_details()
            self._show_details()
            self._box.addWidget(self._details)
        if self._details is not None:
            self._details.setVisible(is_open)
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep reasons when the field is left."""
        if event.type() == QEvent.Type.FocusOut and watched is self.reasons:
            self.flush()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep reasons when the page is left."""
        super().hideEvent(event)
        self.flush()

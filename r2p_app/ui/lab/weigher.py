"""One criterion to be weighed: judged on four levels, with evidence for the judgement and against it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from r2p_app.content.model import Criterion
from r2p_app.lab.exercise import Finding
from r2p_app.lab.judgement import Weighing
from r2p_app.ui.criteria.evidence import EvidenceChoice, EvidencePicker
from r2p_app.ui.criteria.row import JudgementRow
from r2p_app.ui.lab.evidence import evidence_of
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label, restyle


class CriterionWeigher(QFrame):
    """One criterion: the judgement with its evidence, and what speaks against it. Evidence can be dropped on it.

    Signals:
        found: The person judged otherwise; carries the whole `Finding`.
        opened: Reasons and evidence are shown.
    """

    found = Signal(object)
    opened = Signal()

    def __init__(
        self,
        criterion: Criterion,
        choices: tuple[EvidenceChoice, ...],
        *,
        is_in_play: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.criterion = criterion
        self.setAcceptDrops(True)
        self.setProperty("drop", "false")
        self._choices, self._opposed = choices, tuple[str, ...]()
        self._is_locked = False
        self.judgement = JudgementRow(criterion, choices)
        self.against: EvidencePicker | None = None
        self._box = column(into=self, spacing=GRID)
        if not is_in_play:
            words = self.tr("Not among those that mattered most here; judge it if you wish.")
            self._box.addWidget(label(words, TextRole.SMALL, tone="muted"))
        self._box.addWidget(self.judgement)
        self._asked: QWidget | None = None
        self.judgement.judged.connect(self._on_judgement_judged)
        self.judgement.opener.toggled.connect(self._on_opener_toggled)

    def _ask(self) -> None:
        """Ask for contrary evidence; made when the row is first opened."""
        self._asked = QWidget()
        self.against = EvidencePicker(self._choices)
        self.against.setAccessibleName(self.tr("Evidence against: %1").replace("%1", enum_label(self.criterion)))
        self.against.choose(self._opposed)
        self.against.picked.connect(self._on_against_picked)
        question = self.tr("What in the evidence speaks against your judgement? Look for it before you go on.")
        asked = column(label(question, TextRole.SMALL_STRONG), self.against, into=self._asked, spacing=GRID)
        asked.setContentsMargins(0, GRID, 0, GRID)
        self._box.addWidget(self._asked)

    @property
    def finding(self) -> Finding:
        """What is found now."""
        return Finding(self.judgement.weighing, self._opposed)

    def show_finding(self, finding: Finding) -> None:
        """Show what was found, without telling anyone."""
        self.judgement.show_weighing(finding.weighing)
        self._oppose(finding.against)

    def lock(self) -> None:
        """Let the judgement stand; reasons and evidence can still be read."""
        self._is_locked = True
        self.judgement.levels.setEnabled(False)
        self.setAcceptDrops(False)

    def close_details(self) -> None:
        """Show the judgement only."""
        self.judgement.opener.setChecked(False)

    def _oppose(self, ids: Iterable[str]) -> None:
        self._opposed = tuple(ids)
        if self.against is not None:
            self.against.choose(self._opposed)

    def attach(self, fact_id: str) -> None:
        """Attach evidence, or take it off; what supports a judgement does not speak against it."""
        self._oppose(one for one in self._opposed if one != fact_id)
        self.judgement.pick(fact_id)

    def oppose(self, fact_id: str) -> None:
        """Note evidence that speaks against the judgement, or take the note back."""
        chosen = self._opposed
        rest = tuple(one for one in chosen if one != fact_id)
        self.judgement.open()
        if fact_id in self.judgement.weighing.evidence:
            self.judgement.pick(fact_id)
        self._oppose(rest if fact_id in chosen else (*chosen, fact_id))
        self.found.emit(self.finding)

    @Slot(object)
    def _on_judgement_judged(self, weighing: Weighing) -> None:
        self._oppose(one for one in self._opposed if one not in weighing.evidence)
        self.found.emit(self.finding)

    @Slot(bool)
    def _on_opener_toggled(self, is_open: bool) -> None:
        if is_open and self._asked is None:
            self._ask()
        if self._asked is not None:
            self._asked.setVisible(is_open)
        if is_open:
            self._lock_details()
            self.opened.emit()

    def _lock_details(self) -> None:
        judgement = self.judgement
        if self._is_locked and judgement.reasons is not None and judgement.evidence is not None:
            judgement.reasons.setReadOnly(True)
            for picker in (judgement.evidence, self.against):
                if picker is not None:
                    picker.setEnabled(False)

    @Slot()
    def _on_against_picked(self) -> None:
        if self.against is not None:
            self._opposed = self.against.chosen
            self.found.emit(self.finding)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take evidence, and show that it can be dropped here."""
        if evidence_of(event.mimeData()):
            event.acceptProposedAction()
            restyle(self, drop="true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        super().dragLeaveEvent(event)
        restyle(self, drop="false")

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped; a second drop of the same card leaves it attached."""
        restyle(self, drop="false")
        fact_id = evidence_of(event.mimeData())
        if fact_id and fact_id not in self.judgement.weighing.evidence:
            self.attach(fact_id)
        event.acceptProposedAction()

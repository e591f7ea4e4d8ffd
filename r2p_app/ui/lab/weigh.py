"""Step 3: the six criteria, each judged on four levels, with evidence for the judgement and against it."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from r2p_app.content.dates import day_number
from r2p_app.content.model import Criterion
from r2p_app.lab.exercise import Finding
from r2p_app.lab.judgement import Weighing
from r2p_app.ui.criteria.evidence import EvidenceChoice, EvidencePicker
from r2p_app.ui.criteria.row import JudgementRow
from r2p_app.ui.lab.columns import TwoColumns
from r2p_app.ui.lab.evidence import EvidenceCard, evidence_of
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.words import fact_line
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, Rule, column, label, restyle
from r2p_app.ui.widgets.gradual import Gradual
from r2p_app.ui.widgets.inline import inline_label
from r2p_app.ui.widgets.typography import refine

translate = QCoreApplication.translate

_AT_ONCE = 2
"""Criteria and cards of evidence that are there at once, each; the others follow between events."""

REPORT_OF_2001 = day_number(2001, 12, 1)


class WeighStep(TwoColumns):
    """Evidence cards on the left, the criteria on the right.

    Signals:
        announced: Words for a screen reader.
    """

    announced = Signal(str)

    def __init__(self, session: LabSession, parent: QWidget | None = None) -> None:
        self.session = session
        inside = session.decision.criteria_in_play
        self._criteria = (*inside, *(one for one in Criterion if one not in inside))
        self.cards: list[EvidenceCard] = []
        choices = tuple(EvidenceChoice(fact.id, fact_line(fact)) for fact in session.horizon.facts)
        self.rows = {one: CriterionWeigher(one, choices, is_in_play=one in inside) for one in self._criteria}
        super().__init__(self._evidence(), self._weighing(), shares=(4, 8), parent=parent)
        for criterion, row in self.rows.items():
            row.show_finding(session.exercise.finding(criterion))
            if session.exercise.is_advised:
                row.lock()
            row.found.connect(self._on_row_found)
            row.opened.connect(self._on_row_opened)
        self.making = Gradual(self._make(), self)
        self.making.start(_AT_ONCE)

    def first_focus(self) -> QWidget | None:
        """The first piece of evidence."""
        return next(iter(self.cards), None)

    def flush(self) -> None:
        """Keep reasons typed a moment ago."""
        for row in self.rows.values():
            row.judgement.flush()

    def attach(self, fact_id: str, criterion: Criterion) -> None:
        """Attach a piece of evidence to a criterion, or take it off."""
        self.rows[criterion].attach(fact_id)
        self._tell(fact_id, criterion)

    def _card(self, fact_id: str) -> EvidenceCard:
        fact = self.session.horizon.fact(fact_id)
        assert fact is not None
        criteria = () if self.session.exercise.is_advised else self._criteria
        card = EvidenceCard(fact, self.session.horizon, criteria=criteria, is_brief=True)
        card.attached.connect(self._on_card_attached)
        card.set_against.connect(self._on_card_set_against)
        return card

    def _make(self) -> Iterator[None]:
        facts = self.session.horizon.facts[_AT_ONCE:]
        for row, fact in zip_longest(self.rows.values(), facts):
            if row is not None:
                row.show()  # styling it is what takes time
            if fact is not None:
                self._add_card(fact.id)
            yield

    def _add_card(self, fact_id: str) -> None:
        card = self._card(fact_id)
        self.cards.append(card)
        self._card_box.addWidget(card)
        if len(self.cards) > _AT_ONCE:  # from card to card before the criteria, although these were made first
            QWidget.setTabOrder(self.cards[-2], card)

    def _evidence(self) -> QWidget:
        made = QWidget()
        box = column(label(self.tr("Known on this day"), TextRole.H3), into=made, spacing=2 * GRID)
        box.setContentsMargins(0, 0, 4 * GRID, 4 * GRID)
        self._card_box = column(spacing=2 * GRID)
        box.addLayout(self._card_box)
        for fact in self.session.horizon.facts[:_AT_ONCE]:
            self._add_card(fact.id)
        box.addWidget(label(self.tr("Not known on this day"), TextRole.SMALL_STRONG, tone="muted"))
        for text in self.session.decision.not_known_then:
            box.addWidget(inline_label(refine(text), TextRole.SMALL, tone="muted"))
        box.addStretch(1)
        return made

    def _weighing(self) -> QWidget:
        card = Card()
        card.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        card.body.addWidget(label(self.tr("Weigh the six criteria"), TextRole.H3))
        card.body.addWidget(label(criteria_notice(self.session.horizon.day), TextRole.SMALL, tone="muted"))
        for row in self.rows.values():
            card.body.addWidget(row)
            card.body.addWidget(Rule())
            row.hide()
        how = self.tr("Link evidence to a criterion by dragging a card onto it, or press E on a card.")
        card.body.addWidget(label(how, TextRole.SMALL, tone="muted"))
        card.body.addStretch(1)
        holder = QWidget()
        box = column(card, into=holder)
        box.setContentsMargins(3 * GRID, 0, 3 * GRID, 4 * GRID)
        return holder

    def _tell(self, fact_id: str, criterion: Criterion) -> None:
        finding = self.rows[criterion].finding
        if fact_id in finding.weighing.evidence:
            words = self.tr("Attached to %1.")
        elif fact_id in finding.against:
            words = self.tr("Noted as speaking against the judgement on %1.")
        else:
            words = self.tr("Taken off %1.")
        self.announced.emit(words.replace("%1", enum_label(criterion)))

    @Slot(str, Criterion)
    def _on_card_attached(self, fact_id: str, criterion: Criterion) -> None:
        self.attach(fact_id, criterion)

    @Slot(str, Criterion)
    def _on_card_set_against(self, fact_id: str, criterion: Criterion) -> None:
        self.rows[criterion].oppose(fact_id)
        self._tell(fact_id, criterion)

    @Slot()
    def _on_row_opened(self) -> None:
        """One row is open at a time, so that the others stay within reach of a card that is dragged."""
        for row in self.rows.values():
            if row is not self.sender():
                row.close_details()

    @Slot(object)
    def _on_row_found(self, finding: Finding) -> None:
        row = self.sender()
        if isinstance(row, CriterionWeigher):
            self.session.change(lambda at: self.session.exercise.found(row.criterion, finding, at))


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


def criteria_notice(day: int) -> str:
    """Say where the criteria come from; before the day of the report, not even its date is said."""
    if day < REPORT_OF_2001:
        return translate(
            "Lab",
            "These criteria were written down later; on this day nobody could apply them. To use them is a view in "
            "retrospect. They serve to put your reasons in order.",
        )
    return translate("Lab", "The criteria of the report of December 2001. They serve to put your reasons in order.")

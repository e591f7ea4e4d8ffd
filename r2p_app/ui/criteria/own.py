"""The learner's own judgement on a criterion: it is kept as it is given, and what was judged before stays readable."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.content.model import Criterion
from r2p_app.content.teaching import CriterionReading
from r2p_app.lab.judgement import Judgement, Weighing, standing
from r2p_app.ui.criteria.evidence import EvidenceChoice
from r2p_app.ui.criteria.row import JudgementRow
from r2p_app.ui.criteria.words import weighing_words
from r2p_app.ui.format import date, plural
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.records import summary
from r2p_app.ui.widgets.typeset import Typesetter


class Evidence(NamedTuple):
    """What can be picked: at once, and when more is asked for."""

    choices: list[EvidenceChoice]
    more: list[EvidenceChoice]


def choices_of(library: Library, ids: Sequence[str]) -> list[EvidenceChoice]:
    """Return what can be picked as evidence among records, each in a line."""
    return [EvidenceChoice(item_id, _line(library, item_id)) for item_id in ids if item_id in library]


def evidence_of(library: Library, reading: CriterionReading, case: str) -> Evidence:
    """Return what can be picked for a criterion of a case: its own evidence, and that of the other criteria."""
    others = (item_id for one in library.all(CriterionReading, case) for item_id in one.evidence)
    more = [item_id for item_id in dict.fromkeys(others) if item_id not in reading.evidence]
    return Evidence(choices_of(library, reading.evidence), choices_of(library, more))


def _line(library: Library, item_id: str) -> str:
    of_kind = library.kind_of(item_id).name
    return summary.summary(library, item_id) if of_kind == "event" else summary.title(library, item_id)


class OwnJudgement(QWidget):
    """The judgement of the learner on one criterion of a subject.

    Signals:
        saved: Another judgement is kept now.
    """

    saved = Signal()

    def __init__(
        self,
        state: AppState,
        subject: str,
        criterion: Criterion,
        choices: Sequence[EvidenceChoice],
        *,
        title: str,
        more: Sequence[EvidenceChoice] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self._subject, self._criterion = state, subject, criterion
        self._log = state.store.judgements  # that of this profile, also while another is being opened
        self.row = JudgementRow(criterion, choices, title=title, more=more)
        self.row.judged.connect(self._on_row_judged)
        self.opener = button("", "link")
        self.opener.setCheckable(True)
        self.opener.toggled.connect(self._on_opener_toggled)
        self.earlier: Prose | None = None
        self._box = column(self.row, into=self, spacing=2 * GRID)
        self._box.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept."""
        history = self._log.history(self._subject, self._criterion)
        self.row.show_weighing(standing(history[-1] if history else None))
        self._show_earlier(history[:-1])

    def _show_earlier(self, earlier: Sequence[Judgement]) -> None:
        words = plural(self.tr("%n earlier judgement(s)", "", len(earlier)))
        self.opener.setText(words)
        self.opener.setAccessibleName(f"{enum_label(self._criterion)}: {words}")
        self.opener.setVisible(bool(earlier))
        if self.earlier is not None:
            self._box.removeWidget(self.earlier)
            self.earlier.hide()
            self.earlier.deleteLater()
        self.earlier = Prose(partial(_write_earlier, earlier), TextRole.SMALL, tone="ink-2") if earlier else None
        if self.earlier is not None:
            self._box.addWidget(self.earlier)
            self.earlier.setVisible(self.opener.isChecked())

    @Slot(object)
    def _on_row_judged(self, weighing: Weighing) -> None:
        self._log.save(Judgement(self._subject, self._criterion, self._state.now(), weighing))
        self._show_earlier(self._log.history(self._subject, self._criterion)[:-1])
        self._state.note(Changes.JUDGEMENTS)
        self.saved.emit()

    @Slot(bool)
    def _on_opener_toggled(self, is_open: bool) -> None:
        if self.earlier is not None:
            self.earlier.setVisible(is_open)


def _write_earlier(earlier: Sequence[Judgement], setter: Typesetter) -> None:
    """The latest first."""
    for judgement in reversed(earlier):
        said = judgement.weighing
        setter.paragraph(before=4, role=TextRole.SMALL, tone="ink-2")
        setter.text(f"{date(judgement.judged_at.astimezone().date().isoformat())}: ")
        setter.text(weighing_words(said), strong=True)
        if said.reasons:
            setter.text(f" · {said.reasons}")

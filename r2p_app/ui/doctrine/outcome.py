"""Where a guide leads: what an idea is, what is contested about it, and examples."""

from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.content.teaching import GuideOutcome
from r2p_app.ui.widgets.basic import Card
from r2p_app.ui.widgets.records.body import RecordBody


class OutcomeCard(Card):
    """One idea."""

    def __init__(self, library: Library, name: str, outcome: GuideOutcome, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.outcome = outcome
        self.setAccessibleName(name)
        self.record = RecordBody(library)
        self.record.title(name)
        self.record.text(outcome.text)
        self.record.fact(self.tr("Contested"), outcome.contested)
        self.record.links(self.tr("Examples"), outcome.examples)
        self.record.links(self.tr("In the glossary"), (outcome.term,))
        self.record.sources(outcome.sources)
        self.body.addWidget(self.record)

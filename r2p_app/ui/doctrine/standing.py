"""What still fits: the ideas of a guide, each with a word that says whether the answers so far leave it in play."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from r2p_app.content.teaching import Guide
from r2p_app.lab.guide import Answers, misfits
from r2p_app.ui.format import plural
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, column, label, restyle


class Standing(Card):
    """The ideas one below the other."""

    def __init__(self, guide: Guide, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._guide = guide
        self.setAccessibleName(self.tr("What still fits"))
        self.body.addWidget(label(self.tr("What still fits"), TextRole.H3))
        self.names = {column_id: label(name, TextRole.BODY_STRONG) for column_id, name in names.items()}
        self.words = {column_id: label("", TextRole.SMALL, tone="muted") for column_id in names}
        for column_id in names:
            self.body.addLayout(column(self.names[column_id], self.words[column_id], spacing=GRID // 2))

    def show_answers(self, answers: Answers) -> None:
        """Say of each idea whether it fits."""
        for column_id, count in misfits(self._guide, answers).items():
            self.words[column_id].setText(self._said(count, answers))
            restyle(self.names[column_id], tone="muted" if count else "")

    def _said(self, count: int, answers: Answers) -> str:
        if not any(place is not None for place in answers):
            return self.tr("not asked yet")
        return plural(self.tr("%n answer(s) against it", "", count)) if count else self.tr("fits")

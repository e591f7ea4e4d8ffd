"""The card for pairs: beside every left side a list to choose its right side from."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from r2p_app.content.questions import Matching
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.questions.matching import Joined, key, right_sides
from r2p_app.ui.quiz.assigning import AssigningCard, Line


class MatchingCard(AssigningCard):
    """Left sides with their choices; afterwards what belongs to each, and why."""

    asks = Matching

    def __init__(self, question: Matching, order: Sequence[str], parent: QWidget | None = None) -> None:
        belongs, texts = dict(key(question).pairs), right_sides(question)
        lines = [Line(pair.id, pair.left, belongs[pair.id], pair.rationale) for pair in question.pairs]
        super().__init__(question, order, lines, {side: texts[side] for side in order}, parent)

    def hint(self) -> str:
        """Say how to choose."""
        return self.tr("Choose what belongs to each line · Tab goes to the next line, arrow keys choose")

    def missing(self) -> str:
        """Ask for the lines without a choice."""
        return self.tr("Choose something for every line first.")

    def answer(self) -> AnyAnswer | None:
        """Return the pairs once every line has a choice."""
        chosen = self.chosen()
        return Joined(tuple(chosen.items())) if all(chosen.values()) else None

    def fill(self, answer: AnyAnswer) -> None:
        """Choose what was chosen."""
        if isinstance(answer, Joined):
            for pair, side in answer.pairs:
                self.choose(pair, side)

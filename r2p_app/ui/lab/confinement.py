"""What may be reached from an exercise before the advice is given: its own steps and evidence, and nothing later."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication

from r2p_app.content.links import Link
from r2p_app.lab.exercise import STEPS, Step
from r2p_app.ui.lab.exercise_view import ExerciseView
from r2p_app.ui.lab.words import fact_line, form_label, step_title
from r2p_app.ui.page import Found

translate = QCoreApplication.translate


class LabConfinement:
    """Keeps links and the search inside the horizon of the exercise that is open."""

    def __init__(self, view: ExerciseView) -> None:
        self._view = view

    @property
    def question(self) -> str:
        """What is asked of a person who wants to leave."""
        return translate("Lab", "Leaving shows what happened later; the exercise is kept.")

    @property
    def leave_words(self) -> str:
        """The button that leaves."""
        return translate("Lab", "Leave the exercise")

    def allows(self, link: Link) -> bool:
        """Tell whether a link stays inside: another step, or the first page of the lab and its sequences."""
        inside = link.page == "lab" and link.parts[:1] in {(), ("sequence",)}
        return inside or self._view.session.horizon.allows(link)

    def left(self) -> None:
        """Remember that what followed may have been seen."""
        self._view.flush()
        session = self._view.session
        session.change(session.exercise.left)

    def found(self) -> Iterator[Found]:
        """Yield what the search may list: the steps, the evidence, and the names that it uses."""
        session = self._view.session
        for step in STEPS:
            if session.exercise.missing(step, session.decision) is None:
                yield Found(step_title(step), translate("Lab", "Step of this exercise"), self._to(step))
        for fact in session.horizon.facts:
            yield Found(fact_line(fact), form_label(fact.form), self._to(Step.KNOWN))
        for card in session.horizon.cards:
            yield Found(card.title, translate("Lab", "Named in the evidence"), self._to(Step.KNOWN))

    def _to(self, step: Step) -> Callable[[], None]:
        return lambda: self._view.go_to(step)

"""A story being told: which step, whether the view is still the author's, and the keys of a remote control."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.ui.timeline.story_panel import StoryPanel
from r2p_app.ui.timeline.story_steps import Query, Step, step_link


class StoryTeller(QObject):
    """Keeps the step that is shown in its panel. Page down and Page up, which clickers send, go on and back.

    Signals:
        link_requested: The link of another step.
    """

    link_requested = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.panel = StoryPanel()
        self.step: Step | None = None
        self._as_told: Query | None = None
        self._keys = (
            self._key(page, Qt.Key.Key_PageDown, self._on_forward_activated),
            self._key(page, Qt.Key.Key_PageUp, self._on_back_activated),
        )
        self.panel.step_requested.connect(self._on_panel_step_requested)

    def tell(self, step: Step | None, library: Library) -> None:
        """Show a step, or none."""
        if step != self.step:
            self._as_told = None
        self.step = step
        if step is None:
            self.panel.show_nothing()
        else:
            self.panel.show_step(library, *step)
        for key in self._keys:
            key.setEnabled(step is not None)

    def keep(self, query: Query) -> None:
        """Remember how a link writes the view of this step as its author chose it."""
        self._as_told = query

    def parts(self) -> tuple[str, ...]:
        """Return the path of the link to the present step."""
        return self.step.parts if self.step is not None else ()

    def short(self, query: Query) -> Query:
        """Return what a link to the present view must say beside its path: nothing where it is the author's view."""
        return () if self.step is not None and query == self._as_told else query

    def _key(self, page: QWidget, key: Qt.Key, slot: object) -> QShortcut:
        made = QShortcut(QKeySequence(key), page)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setEnabled(False)
        made.activated.connect(slot)
        return made

    @Slot(int)
    def _on_panel_step_requested(self, number: int) -> None:
        if self.step is not None and 1 <= number <= len(self.step.story.steps):
            self.link_requested.emit(step_link(self.step.story.id, number))

    @Slot()
    def _on_forward_activated(self) -> None:
        self._on_panel_step_requested(self.panel.number + 1)

    @Slot()
    def _on_back_activated(self) -> None:
        self._on_panel_step_requested(self.panel.number - 1)

"""What stands beside the timeline: the step of a story, or what is known about an event; where there is little room,
the step stands below the timeline and the details open over it."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QWidget

from r2p_app.ui.theme.look import current
from r2p_app.ui.timeline.detail import DetailPanel
from r2p_app.ui.timeline.drawer import Drawer
from r2p_app.ui.timeline.story_panel import StoryPanel
from r2p_app.ui.widgets.basic import Card

_WIDTH, _STORY_WIDTH = 316, 380

_BELOW = 0.46
"""The share of the page's height that a story may take below the timeline."""


class Side:
    """Puts the two panels where they belong; `covered` is called when the details have come to lie over the lanes."""

    def __init__(
        self, detail: DetailPanel, story: StoryPanel, host: QWidget, *, covered: Callable[[], None] = lambda: None
    ) -> None:
        self._detail, self._story, self._host, self._covered = detail, story, host, covered
        self.beside, self.below = _card(), _card()
        self.drawer = Drawer(host, detail.accessibleName())
        self._narrow = self._awaited = False
        self.shows_details = True

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room beside the timeline."""
        return self._narrow

    def arrange(self, *, narrow: bool) -> None:
        """Put the panels beside the timeline, or below and over it."""
        self._narrow = narrow
        told = self._story.story is not None
        theme = current()
        self.beside.setFixedWidth(theme.px(_STORY_WIDTH if told else _WIDTH))
        self.below.setMaximumHeight(round(self._host.height() * _BELOW))
        _move(self._detail, self.drawer.box if narrow else self.beside.body)
        _move(self._story, self.below.body if narrow else self.beside.body)
        self.beside.setVisible(not narrow)
        self.below.setVisible(narrow and told)
        if not narrow:
            self.drawer.dismiss()
        self._show()
        if self._awaited and self._host.isVisible():
            self.open_details()

    def overlap(self, widget: QWidget) -> int:
        """Return how many pixels of a widget, from its right edge, lie under the details."""
        if not self.drawer.is_open:
            return 0
        right = widget.mapTo(self._host, widget.rect().topRight()).x() + 1
        return max(0, right - self.drawer.x())

    def show_story(self) -> None:
        """Show the text of the step, if a story is told."""
        self.shows_details = self._story.story is None
        self._awaited = False
        self.drawer.dismiss()
        self._show()

    def show_details(self) -> None:
        """Show the details, in place of the text of a story; over the timeline they are opened by `open_details`."""
        self.shows_details = True
        self._show()

    def open_details(self) -> None:
        """Open the details over the timeline, if that is where they are; as soon as the page is seen."""
        self._awaited = not self._host.isVisible()
        if self._narrow and not self._awaited:
            self.drawer.open()
            self._covered()

    def _show(self) -> None:
        told = self._story.story is not None
        details = self.shows_details or not told
        self._detail.setVisible(self._narrow or details)
        self._story.setVisible(told)
        self._story.set_folded(details and not self._narrow)


def _card() -> Card:
    card = Card()
    card.body.setContentsMargins(1, 1, 1, 1)
    return card


def _move(widget: QWidget, box: QBoxLayout) -> None:
    if box.indexOf(widget) < 0:
        box.addWidget(widget)
        widget.show()

"""The head of the timeline's page: where to go, which way to look, and room for what exports it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from r2p_app.content.library import Library
from r2p_app.content.teaching import Pairing, Story
from r2p_app.timeline.ticks import DAY, MONTH, YEAR
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.timeline.jump_days import ALL_PAIRS
from r2p_app.ui.timeline.jump_field import JumpField
from r2p_app.ui.widgets.basic import button, label, restyle, row

K = Qt.Key

_TITLED = 480
"""Below this width (at 100 % text) the title gives its room to the controls."""


class JumpBar(QWidget):
    """Title and controls; in a narrow window they fold into one menu.

    Signals:
        everything_requested: All days should be seen.
        found_requested: The days of the events that pass the filter should be seen.
        case_requested: The days of the case with this id should be seen.
        unit_requested: The year, month or day (a `Step`) of what is selected, or of the middle, should be seen.
        pairs_requested: Ground and Council of the case with this id, of all cases (`ALL_PAIRS`), or of none ("").
        story_requested: The story with this id should be told.
        table_toggled: The person wants the table (True) or the lanes.

    Attributes:
        slot: A layout at the right, for whatever else belongs to the page.
    """

    everything_requested = Signal()
    found_requested = Signal()
    case_requested = Signal(str)
    unit_requested = Signal(object)
    pairs_requested = Signal(str)
    story_requested = Signal(str)
    table_toggled = Signal(bool)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(self.tr("Timeline"), TextRole.H2, wrap=False)
        self.jump = JumpField(library)
        self.zoom_menu, self.pairs_menu, self.stories_menu = QMenu(self), QMenu(self), QMenu(self)
        self.zoom = self._menu_button(self.tr("Zoom to"), self.zoom_menu)
        self.pairs = self._menu_button(self.tr("Ground and Council"), self.pairs_menu)
        self.stories = self._menu_button(self.tr("Stories"), self.stories_menu)
        self.table = button(self.tr("Table view"), "toggle")
        self.table.setCheckable(True)
        self.view = self._menu_button(self.tr("View"), QMenu(self))
        self._table_action = QAction(self.tr("Table view"), self, checkable=True)
        self._pairs_group = QActionGroup(self)
        self.slot = row()
        self._build_layout()
        self._connect()
        self.set_library(library)

    def set_library(self, library: Library) -> None:
        """Offer the cases, pairings and stories of other content."""
        self.jump.set_library(library)
        self._fill_zoom(library)
        self._fill_pairs(library)
        self._fill_stories(library)
        self._fill_view()
        self.set_narrow(self.zoom.isHidden())

    def set_narrow(self, narrow: bool) -> None:
        """Fold the controls into one menu, or unfold them."""
        for one, menu in (
            (self.zoom, self.zoom_menu),
            (self.pairs, self.pairs_menu),
            (self.stories, self.stories_menu),
        ):
            one.setVisible(not narrow and not menu.isEmpty())
        self.table.setVisible(not narrow)
        self.view.setVisible(narrow)
        self._title.setVisible(not narrow or self.width() >= current().px(_TITLED))

    def set_table(self, on: bool) -> None:
        """Show whether the table is seen, without telling anyone."""
        for one in (self.table, self._table_action):
            one.blockSignals(True)
            one.setChecked(on)
            one.blockSignals(False)

    def set_pairs(self, case_id: str) -> None:
        """Show of which case Ground and Council are seen."""
        for action in self._pairs_group.actions():
            action.setChecked(action.data() == case_id)
        restyle(self.pairs, on=bool(case_id))

    def _menu_button(self, text: str, menu: QMenu) -> QPushButton:
        made = button(text, "toggle")
        made.setMenu(menu)
        menu.setTitle(text)
        return made

    def _build_layout(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # where it is narrow, it folds
        line = row(self._title, into=self)
        line.addStretch(1)
        for widget in (self.jump, self.view, self.zoom, self.pairs, self.stories, self.table):
            line.addWidget(widget)
        line.addLayout(self.slot)

    def _connect(self) -> None:
        self.jump.case_requested.connect(self.case_requested)
        self.zoom_menu.triggered.connect(self._on_zoom_menu_triggered)
        self._pairs_group.triggered.connect(self._on_pairs_group_triggered)
        self.stories_menu.triggered.connect(self._on_stories_menu_triggered)
        self.table.toggled.connect(self.table_toggled)
        self._table_action.toggled.connect(self.table_toggled)

    def _fill_zoom(self, library: Library) -> None:
        self.zoom_menu.clear()
        for words, ask in (
            (self.tr("All events"), self.everything_requested),
            (self.tr("Events found"), self.found_requested),
        ):
            action = self.zoom_menu.addAction(words)
            action.triggered.connect(ask)
        self.zoom_menu.addSeparator()
        for words, key, step in (
            (self.tr("This year"), K.Key_Y, YEAR),
            (self.tr("This month"), K.Key_M, MONTH),
            (self.tr("This day"), K.Key_D, DAY),
        ):
            shown_key = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            self.zoom_menu.addAction(f"{words}\t{shown_key}").setData(step)  # the timeline itself has the key
        self.zoom_menu.addSeparator()
        for case in library.cases:
            self.zoom_menu.addAction(case.title).setData(case.id)

    def _fill_pairs(self, library: Library) -> None:
        self.pairs_menu.clear()
        for action in self._pairs_group.actions():
            self._pairs_group.removeAction(action)
            action.deleteLater()
        cases = [case for case in library.cases if library.all(Pairing, case.id)]
        if not cases:
            return
        self._add_pairs(self.tr("Off"), "")
        if len(cases) > 1:
            self._add_pairs(self.tr("All cases"), ALL_PAIRS)
        for case in cases:
            self._add_pairs(case.title, case.id)
        self.set_pairs("")

    def _add_pairs(self, words: str, case_id: str) -> None:
        action = QAction(words, self.pairs_menu, checkable=True)
        action.setData(case_id)
        self._pairs_group.addAction(action)
        self.pairs_menu.addAction(action)

    def _fill_stories(self, library: Library) -> None:
        self.stories_menu.clear()
        for story in stories_in_order(library):
            self.stories_menu.addAction(story.title).setData(story.id)

    def _fill_view(self) -> None:
        menu = self.view.menu()
        menu.clear()
        for inner in (self.zoom_menu, self.pairs_menu, self.stories_menu):
            if not inner.isEmpty():
                menu.addMenu(inner)
        menu.addAction(self._table_action)

    @Slot(QAction)
    def _on_zoom_menu_triggered(self, action: QAction) -> None:
        wanted = action.data()
        if isinstance(wanted, str):
            self.case_requested.emit(wanted)
        elif wanted:
            self.unit_requested.emit(wanted)

    @Slot(QAction)
    def _on_pairs_group_triggered(self, action: QAction) -> None:
        self.pairs_requested.emit(action.data())

    @Slot(QAction)
    def _on_stories_menu_triggered(self, action: QAction) -> None:
        self.story_requested.emit(action.data())


def stories_in_order(library: Library) -> Sequence[Story]:
    """Return the stories of the cases in their order, then those across cases."""
    order = {case.id: number for number, case in enumerate(library.cases)}
    return sorted(library.all(Story), key=lambda story: order.get(library.case_of(story.id), len(order)))

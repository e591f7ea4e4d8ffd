"""The places and movements of a case on maps: that of its region, and the world where that does not hold them all."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from r2p_app.content.dates import DateError, civil, parse
from r2p_app.content.links import Link, item_link
from r2p_app.content.model import Case
from r2p_app.maps.regions import WORLD
from r2p_app.ui.case.case_map import CaseMap
from r2p_app.ui.case.tab import CaseTab
from r2p_app.ui.export.picture_button import Exported, PictureButton
from r2p_app.ui.maps.export_map import MapExport
from r2p_app.ui.maps.history import History
from r2p_app.ui.maps.places import places_of
from r2p_app.ui.maps.sheets import shipped_atlas
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import column, row
from r2p_app.ui.widgets.toggles import Toggles


class MapTab(CaseTab):
    """Map and list follow each other; the map, the date and what is chosen are in the link."""

    def __init__(self, case: Case, here: Link, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(case, here, state, parent)
        self._atlas = shipped_atlas()
        self._places = places_of(state.library, case.id)
        self._histories: dict[str, History] = {}
        self._names = self._sheet_names()
        self._made: dict[str, CaseMap] = {}
        self._stack = QStackedWidget()
        titles = {name: self._atlas.infos[name].title for name in self._names}
        titles[WORLD] = self.tr("All places")
        self.choice = Toggles([titles[name] for name in self._names], self.tr("Map"))
        self.choice.chosen.connect(self._on_choice_chosen)
        self.export = PictureButton(state, self._exported, name=self.tr("Export the map"))
        head = row(self.choice, self.export)
        head.insertStretch(1, 1)
        margins = (9 * GRID, 3 * GRID, 9 * GRID, 4 * GRID)
        box = column(into=self, spacing=2 * GRID, margins=margins)
        box.addLayout(head)
        box.addWidget(self._stack, 1)
        self.choice.setVisible(len(self._names) > 1)
        self._show(self._names[0])

    @property
    def view(self) -> CaseMap:
        """What is shown."""
        return list(self._made.values())[self._stack.currentIndex()]

    def show_link(self, link: Link) -> None:
        """Show the map and the date, and select the place or movement, that the link names."""
        name = link.value("map")
        if name in self._names:
            self._show(name)
        if link.query or link.fragment:
            self.view.show_by(_day(link.value("by")))
        if link.fragment:
            if not self.view.has(link.fragment):
                self._show(self._names[-1])
            self.view.select(link.fragment)

    def place(self) -> Link:
        """Return the link with map, date and what is chosen."""
        day = self.view.day
        by = () if day is None else (("by", "{:04}-{:02}-{:02}".format(*civil(day))),)
        return self.here._replace(query=(("map", self.view.map.sheet.name), *by), fragment=self.view.map.selected)

    def first_focus(self) -> QWidget:
        """The map."""
        return self.view.map

    def _sheet_names(self) -> tuple[str, ...]:
        """The map of the case's region, and the world where that does not hold every place."""
        own = self._atlas.name_for([], self.case.id)
        all_ = len(self._history(own).places) == len(self._places)
        return (own,) if own == WORLD or all_ else (own, WORLD)

    def _history(self, name: str) -> History:
        if name not in self._histories:
            sheet = self._atlas.sheet(name)
            self._histories[name] = History.of(self.state.library, self.case.id, sheet, self._places)
        return self._histories[name]

    def _show(self, name: str) -> None:
        view = self._made.get(name)
        if view is None:
            view = self._made[name] = CaseMap(self._atlas.sheet(name), self._history(name))
            view.changed.connect(self.place_changed)
            view.item_opened.connect(self._on_view_item_opened)
            self._stack.addWidget(_Scroll(view))
        self._stack.setCurrentIndex(list(self._made).index(name))
        self.choice.choose(self._names.index(name))

    def _exported(self) -> Exported:
        stem = "-".join(("r2p-map", self.case.id, self.view.map.sheet.name))
        title = self.tr("%1: %2").replace("%1", self.case.title).replace("%2", self.view.map.sheet.info.title)
        return Exported(stem, MapExport(self.state.library, self.view.map, title, self.view.by_words()).picture)

    @Slot(int)
    def _on_choice_chosen(self, index: int) -> None:
        day = self.view.day
        self._show(self._names[index])
        self.view.show_by(day)
        self.place_changed.emit()

    @Slot(str)
    def _on_view_item_opened(self, item_id: str) -> None:
        self.link_requested.emit(item_link(self.state.library.kind_of(item_id).name, item_id))


class _Scroll(QScrollArea):
    """Scrolls what large text and small windows have no room for."""

    def __init__(self, view: CaseMap) -> None:
        super().__init__()
        self.setProperty("page", True)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(view)


def _day(text: str) -> int | None:
    """Return the last day that a date in a link can be, None where it is none."""
    try:
        return parse(text).latest
    except DateError:
        return None

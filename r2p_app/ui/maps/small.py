"""A small map that shows where something is, for panels and cards."""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from r2p_app.content.library import Library
from r2p_app.content.model import Place
from r2p_app.maps.regions import Sheet
from r2p_app.ui.maps.ground import GroundLayer
from r2p_app.ui.maps.places import MapPlace, PlacesLayer
from r2p_app.ui.maps.scale import ScaleLayer, map_note
from r2p_app.ui.maps.sheets import shipped_atlas
from r2p_app.ui.maps.states import NamesLayer
from r2p_app.ui.maps.view import Layer, View, paint_map
from r2p_app.ui.maps.where import country_words
from r2p_app.ui.theme.look import current, is_new_look
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import column, label

translate = QCoreApplication.translate

_SHAPE = 0.62
"""Height as a share of the width."""

_TALLEST = 260
"""Pixels at 100 % text."""


class SmallMap(QWidget):
    """Where a place is, with the note on the borders under it.

    With a `link` the map is a button that asks for it; without, a picture. A bare one names the place and nothing else:
    no states of today, nothing that has become of them since.

    Signals:
        link_requested: The link of the map, when it was pressed.
    """

    link_requested = Signal(str)

    def __init__(
        self,
        library: Library,
        place_id: str,
        *,
        link: str = "",
        is_bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        place = MapPlace.of(library.get(place_id, Place))
        atlas = shipped_atlas()
        sheet = atlas.sheet(atlas.name_for([place.point], library.case_of(place_id)))
        self._link = link
        self.picture = _Picture(sheet, place, is_button=bool(link), is_bare=is_bare)
        self.picture.clicked.connect(self._on_picture_clicked)
        words = self.tr("The lines are the borders of today.") if is_bare else self.picture.note()
        note = label(words, TextRole.SMALL, tone="muted")
        column(self.picture, note, spacing=2, into=self)

    @Slot()
    def _on_picture_clicked(self) -> None:
        self.link_requested.emit(self._link)


class _Picture(QAbstractButton):
    def __init__(self, sheet: Sheet, place: MapPlace, *, is_button: bool, is_bare: bool) -> None:
        super().__init__()
        self._sheet, self._frame = sheet, sheet.frame([place.point])
        self._layers: tuple[Layer, ...] = (
            GroundLayer(),
            ScaleLayer(with_note=False),
            PlacesLayer([place], place.id),
            *(() if is_bare else (NamesLayer(),)),
        )
        self.setAccessibleName(self.tr("Map: %1").replace("%1", place.name))
        self.setAccessibleDescription("" if is_bare else where_words(sheet, place))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_button else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not is_button)
        if is_button:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def note(self) -> str:
        """Return where the borders come from, and what is not settled about them."""
        return map_note(self._view(self.sizeHint()))

    def _view(self, size: QSize) -> View:
        camera = self._sheet.limits.fit(self._frame, size.width(), size.height())
        return View(self._sheet, camera, current(), self._sheet.info.day)

    def sizeHint(self) -> QSize:
        """As high as the width asks."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """Panels can be narrow."""
        return QSize(160, self.heightForWidth(160))

    def hasHeightForWidth(self) -> bool:
        """It keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in this width."""
        return min(current().px(_TALLEST), round(width * _SHAPE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the map, a thin line around it, and a ring while it has the focus."""
        theme = current()
        with QPainter(self) as painter:
            paint_map(painter, self._view(self.size()), self._layers)
            painter.setPen(QPen(theme.colour("focus"), 3) if self.hasFocus() else QPen(theme.colour("line"), 1))
            inset = 1.5 if self.hasFocus() else 0.5
            painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the space bar does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another look."""
        super().changeEvent(event)
        if is_new_look(event):
            self.updateGeometry()
            self.update()


def where_words(sheet: Sheet, place: MapPlace) -> str:
    """Say in words what the map shows: the country of today, and whether the place is exact."""
    words = translate("Map", "On the map of today: %1.")
    parts = [words.replace("%1", country_words(sheet, place.point))]
    if place.approximate:
        parts.append(translate("Map", "Position approximate."))
    return " ".join(parts)

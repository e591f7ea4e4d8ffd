"""A map as it is seen, as a picture with its title, key, sources and licences."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter

from r2p_app.content.citations import Length, citation_text
from r2p_app.content.library import Citation, Library
from r2p_app.content.model import Movement
from r2p_app.ui.export.blocks import Block, Column, LegendBlock, TextBlock
from r2p_app.ui.export.licence import licence_line
from r2p_app.ui.export.picture import Caption, Picture
from r2p_app.ui.format import date
from r2p_app.ui.maps.key import entries
from r2p_app.ui.maps.map_view import MapView
from r2p_app.ui.maps.movements import MapMovement
from r2p_app.ui.maps.scale import map_note
from r2p_app.ui.maps.view import View, paint_map
from r2p_app.ui.theme.look import current, drawn_in
from r2p_app.ui.theme.tokens import TextRole, Theme

translate = QCoreApplication.translate


@dataclass(frozen=True)
class MapBody:
    """The part of the map that is seen, in the theme in force."""

    map: MapView

    @property
    def width(self) -> float:
        """As wide as on the screen."""
        return self.map.camera.width

    @property
    def height(self) -> float:
        """As high as on the screen."""
        return self.map.camera.height

    def view(self) -> View:
        """Return the picture."""
        return View(self.map.sheet, self.map.camera, current(), self.map.day)

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        paint_map(painter, self.view(), self.map.layers)


@dataclass(frozen=True)
class MapExport:
    """What is said around a map: of which case it is, by when, and from where it is known."""

    library: Library
    map: MapView
    title: str
    by: str

    def picture(self, theme: Theme) -> Picture:
        """Return the picture in a theme."""
        body = MapBody(self.map)
        with drawn_in(theme):
            head = Column((TextBlock(self.title, TextRole.H2), TextBlock(self.by, TextRole.SMALL, "ink-2")))
            return Picture(Caption(self.title, self._description()), head, body, self._foot(body), theme)

    def _foot(self, body: MapBody) -> Column:
        signs = entries(body.view(), self.map.places, self.map.movements)
        blocks: list[Block] = [LegendBlock(signs)] if signs else []
        texts = [*map(self._movement_line, self.map.movements), *self._notes(body.view())]
        return Column((*blocks, *(TextBlock(text, TextRole.SMALL, "ink-2") for text in texts)))

    def _movement_line(self, movement: MapMovement) -> str:
        """Return when and what a movement was, and who says so."""
        record = self.library.get(movement.id, Movement)
        cited = (citation_text(self.library, Citation.parse(one), Length.BRIEF).rstrip(".") for one in record.sources)
        return f"{date(movement.date)}: {movement.title} ({'; '.join(cited)})"

    def _notes(self, view: View) -> tuple[str, ...]:
        kept = translate("Map", "Arrows show the direction; ways between the places are not drawn as they were.")
        lines = translate("Map", "Licences: Natural Earth is in the public domain")
        region = self.map.sheet.region
        if region.lakes:
            lines += translate("Map", "; GSHHG: LGPL-3.0-or-later")
        if region.towns:
            lines += translate("Map", "; GeoNames: CC BY 4.0")
        notes = (map_note(view), f"{lines}.", licence_line(self.library.pack))
        return (kept, *notes) if self.map.movements else notes

    def _description(self) -> str:
        names = (*(one.name for one in self.map.places), *(one.title for one in self.map.movements))
        return "\n".join((self.by, *names))

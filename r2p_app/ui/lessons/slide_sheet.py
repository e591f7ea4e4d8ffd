"""How a slide is painted: words by a writer, a line of events, a map, a chart, a vote with its bars."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from r2p_app.content.library import Library
from r2p_app.content.model import Event, Place, Series
from r2p_app.content.teaching import Lesson
from r2p_app.lessons.slides import Show, Slide
from r2p_app.ui.charts.frame import frame
from r2p_app.ui.charts.paint import Ink, paint
from r2p_app.ui.charts.plot import plot
from r2p_app.ui.format import date
from r2p_app.ui.lessons.slide_text import SlideText, slide_text
from r2p_app.ui.lessons.vote_slide import Hands, scene
from r2p_app.ui.live.sheet import write_scene
from r2p_app.ui.maps.ground import GroundLayer
from r2p_app.ui.maps.places import MapPlace, PlacesLayer
from r2p_app.ui.maps.scale import ScaleLayer
from r2p_app.ui.maps.sheets import shipped_atlas
from r2p_app.ui.maps.states import NamesLayer
from r2p_app.ui.maps.view import View, paint_map
from r2p_app.ui.projector.writer import Writer
from r2p_app.ui.theme.tokens import TextRole, load_theme
from r2p_app.ui.widgets.inline import plain
from r2p_app.ui.widgets.typography import refine

_ASIDE = 0.56
"""The part of the width for paragraphs where a list stands beside them."""

_SMALL_AT_100 = TextRole.SMALL.value.px


@dataclass(frozen=True)
class Sheet:
    """A slide to be written: of which lesson, from which library, with how many hands for each answer."""

    slide: Slide
    lesson: Lesson
    library: Library
    hands: Hands = field(default_factory=Hands)

    @property
    def words(self) -> str:
        """Everything on it as one text."""
        if self._is_question:
            return scene(self).words
        names = (self._event_words(event) for event in self._events)
        places = (place.name for place in self._places)
        return "\n".join((self._text.words, *names, *places))

    @property
    def _is_question(self) -> bool:
        return self.slide.show in {Show.QUESTION, Show.VOTE, Show.ANSWER}

    @property
    def _text(self) -> SlideText:
        return slide_text(self.slide, self.lesson, self.library)

    @property
    def _events(self) -> Sequence[Event]:
        if self.slide.show is not Show.TIMELINE:
            return ()
        found = (self.library.get(name, Event) for name in self.slide.items)
        return sorted(found, key=lambda event: event.date)

    @property
    def _places(self) -> Sequence[Place]:
        return [self.library.get(name, Place) for name in self.slide.items] if self.slide.show is Show.MAP else []

    @staticmethod
    def _event_words(event: Event) -> str:
        return f"{date(event.date)}: {refine(plain(event.title))}"

    def write(self, writer: Writer, room: QRectF) -> None:
        """Write it; `room` is how much of it is seen without scrolling."""
        if self._is_question:
            write_scene(writer, scene(self))
            return
        text = self._text
        size = 2.2 if self.slide.show is Show.TITLE else 1.7
        writer.text(text.heading, TextRole.H1, size)
        writer.gap(0.6)
        if self.slide.show is Show.TIMELINE:
            _write_events(writer, self._events)
        elif self.slide.show is Show.MAP:
            _write_map(writer, room, self._places, self.library)
        elif (series := self._series) is not None:
            _write_series(writer, series, text)
        else:
            _write_text(writer, text)
        _write_sources(writer, text.sources)

    @property
    def _series(self) -> Series | None:
        is_record = self.slide.show is Show.RECORD
        return self.library.find(self.slide.items[0], Series) if is_record else None


def _write_text(writer: Writer, text: SlideText) -> None:
    if not text.aside:
        _write_paragraphs(writer, text.paragraphs)
        return
    room = writer.width
    left = writer.beside(writer.left, room * _ASIDE)
    right = writer.beside(writer.left + room * (_ASIDE + 0.04), room * (0.96 - _ASIDE))
    _write_paragraphs(left, text.paragraphs)
    bar = right.left - room * 0.02, right.y
    right.text(text.aside_title, TextRole.BODY, 1.0, "ink-2")
    for line in text.aside:
        right.gap(0.25)
        right.text(line, TextRole.BODY, 1.1)
    if writer.painter is not None:
        writer.painter.setPen(QPen(writer.theme.colour("accent"), max(2.0, writer.unit / 10)))
        writer.painter.drawLine(QLineF(bar[0], bar[1], bar[0], right.y))
    writer.y = max(left.y, right.y)
    writer.smallest = min(writer.smallest, left.smallest, right.smallest)


def _write_paragraphs(writer: Writer, paragraphs: Sequence[str]) -> None:
    for paragraph in paragraphs:
        writer.text(paragraph, TextRole.READING, 1.25)
        writer.gap(0.5)


def _write_sources(writer: Writer, sources: Sequence[str]) -> None:
    if sources:
        writer.gap(0.6)
    for source in sources[:3]:
        writer.text(source, TextRole.BODY, 1.0, "ink-2")


def _write_events(writer: Writer, events: Sequence[Event]) -> None:
    """A line from top to bottom, a dot for each event: its date, then what happened."""
    unit, left = writer.unit, writer.left
    dates = [date(event.date) for event in events]
    metrics = QFontMetricsF(writer.font(TextRole.BODY_STRONG, 1.05))
    column = max((metrics.horizontalAdvance(words) for words in dates), default=0.0) + unit
    line_x = left + column + unit * 0.5
    spots = []
    for event, words in zip(events, dates, strict=True):
        spots.append(QPointF(line_x, writer.y + metrics.height() / 2))
        writer.word(words, TextRole.BODY_STRONG, QRectF(left, writer.y, column, metrics.height()), 1.05, "accent")
        writer.text(refine(plain(event.title)), TextRole.BODY, 1.15, indent=column + unit * 1.5)
        writer.gap(0.5)
    _paint_line(writer, spots)


def _paint_line(writer: Writer, spots: Sequence[QPointF]) -> None:
    painter = writer.painter
    if painter is None or not spots:
        return
    painter.setPen(QPen(writer.theme.colour("control-line"), max(2.0, writer.unit / 12)))
    painter.drawLine(QLineF(spots[0], spots[-1]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(writer.theme.colour("accent"))
    for spot in spots:
        painter.drawEllipse(spot, writer.unit * 0.22, writer.unit * 0.22)


def _write_map(writer: Writer, room: QRectF, places: Sequence[Place], library: Library) -> None:
    """The map of the case as large as the slide allows, its names as large as everything else."""
    marks = [MapPlace.of(place, weight=1.0) for place in places]
    atlas = shipped_atlas()
    points = [mark.point for mark in marks]
    sheet = atlas.sheet(atlas.name_for(points, library.case_of(places[0].id)))
    height = max(room.height() * 0.4, room.bottom() - writer.y)
    camera = sheet.limits.fit(sheet.frame(points), writer.width, height)
    theme = load_theme(writer.theme.name, writer.unit / _SMALL_AT_100)
    layers = (GroundLayer(), ScaleLayer(with_note=False), PlacesLayer(marks), NamesLayer())
    if writer.painter is not None:
        _at(
            writer.painter,
            writer.left,
            writer.y,
            lambda painter: paint_map(painter, View(sheet, camera, theme, sheet.info.day), layers),
        )
    writer.note(theme.font(TextRole.SMALL))
    writer.y += height


def _write_series(writer: Writer, series: Series, text: SlideText) -> None:
    """The chart of a series, and how to read it."""
    _write_paragraphs(writer, text.paragraphs)
    theme = load_theme(writer.theme.name, writer.unit / _SMALL_AT_100)
    ink = Ink.of(theme, "accent")
    shown = frame(plot(series), writer.width, QFontMetricsF(ink.font))
    if writer.painter is not None:
        _at(writer.painter, writer.left, writer.y, lambda painter: paint(painter, shown, ink))
    writer.note(ink.font)
    writer.y += shown.height


def _at(painter: QPainter, x: float, y: float, draw: Callable[[QPainter], None]) -> None:
    painter.save()
    painter.translate(x, y)
    draw(painter)
    painter.restore()

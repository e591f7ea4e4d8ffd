"""How a scene stands on the projector: prompt, answers with their bars, reasons. Pure layout over a `Writer`."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from r2p_app.live.events import Phase
from r2p_app.ui.live.scene import Row, Scene
from r2p_app.ui.projector.writer import Writer
from r2p_app.ui.quiz.marks import paint_tick
from r2p_app.ui.theme.tokens import TextRole

translate = QCoreApplication.translate

_COLUMN = 0.56
"""The part of the width for answers where reasons stand beside them."""


def write_scene(writer: Writer, scene: Scene) -> None:
    """Write what stands between head and foot."""
    writer.text(scene.note, TextRole.BODY, 1.0, "note")
    writer.text(scene.prompt, TextRole.H1, 1.4 if scene.phase is Phase.EXPLAINED else 1.55)
    writer.gap(0.6)
    if scene.phase is not Phase.EXPLAINED:
        _write_rows(writer, scene)
        return
    room = writer.width
    left = writer.beside(writer.left, room * _COLUMN)
    right = writer.beside(writer.left + room * (_COLUMN + 0.04), room * (0.96 - _COLUMN))
    _write_rows(left, scene)
    _write_reasons(right, scene)
    writer.y = max(left.y, right.y)
    writer.smallest = min(writer.smallest, left.smallest, right.smallest)


def _write_reasons(writer: Writer, scene: Scene) -> None:
    if scene.answer and not any(row.is_right and row.letter for row in scene.rows):
        answer = translate("Live", "The answer: %1").replace("%1", scene.answer)
        writer.text(answer, TextRole.BODY_STRONG, 1.1, "right")
        writer.gap(0.5)
    for paragraph in scene.why:
        writer.text(paragraph, TextRole.READING, 1.12)
        writer.gap(0.5)
    for index, source in enumerate(scene.sources):
        writer.gap(0.2 if index else 0)
        writer.text(source, TextRole.BODY, 1.0, "ink-2")


def _write_rows(writer: Writer, scene: Scene) -> None:
    for index, row in enumerate(scene.rows):
        writer.gap(0.4 if index else 0)
        _write_row(writer, row, scene)


def _write_row(writer: Writer, row: Row, scene: Scene) -> None:
    metrics = QFontMetricsF(writer.font(TextRole.BODY_STRONG, 1.2))
    indent, top = metrics.height() * 1.25, writer.y
    line = QRectF(writer.left, top, indent, metrics.height())
    if row.is_right and writer.painter is not None:
        box = QRectF(line.left(), line.top(), line.height(), line.height()).adjusted(2, 2, -2, -2)
        paint_tick(writer.painter, writer.theme.colour("right"), box)
    elif row.letter:
        writer.word(row.letter, TextRole.BODY_STRONG, line, 1.2, "accent")
    words = f"{row.letter}  {row.words}" if row.is_right and row.letter else row.words
    role = TextRole.BODY_STRONG if row.is_right else TextRole.BODY
    writer.text(words, role, 1.2, "right" if row.is_right else "ink", indent)
    if row.first is not None:
        _write_bars(writer, row, scene, indent)


class _Counted(NamedTuple):
    """One vote for one answer: its name where there are two votes, how many gave it, and of how many."""

    name: str
    votes: int
    voters: int
    is_last: bool

    @property
    def share(self) -> float:
        return self.votes / self.voters if self.voters else 0.0


def _write_bars(writer: Writer, row: Row, scene: Scene, indent: float) -> None:
    """A bar for each vote below each other, with the words "before" and "after" and the count."""
    before, after = translate("Live", "Before"), translate("Live", "After")
    token = "right" if row.is_right else "accent"
    if row.second is None or not scene.voters[1]:
        _write_bar(writer, _Counted("", row.first or 0, scene.voters[0], is_last=True), token, indent)
        return
    _write_bar(writer, _Counted(before, row.first or 0, scene.voters[0], is_last=False), token, indent)
    _write_bar(writer, _Counted(after, row.second, scene.voters[1], is_last=True), token, indent)


def _write_bar(writer: Writer, counted: _Counted, token: str, indent: float) -> None:
    metrics = QFontMetricsF(writer.font(TextRole.BODY))
    height, left = metrics.height() * 1.05, writer.left + indent
    names = max(metrics.horizontalAdvance(translate("Live", name)) for name in ("Before", "After")) * 1.15
    numbers = metrics.horizontalAdvance("000") * 1.2
    start = left + (names if counted.name else 0)
    track = QRectF(start, writer.y + height * 0.2, writer.left + writer.width - start - numbers, height * 0.6)
    if counted.name:
        writer.word(counted.name, TextRole.BODY, QRectF(left, writer.y, names, height), token="ink-2")
    number = QRectF(track.right() + numbers * 0.15, writer.y, numbers, height)
    writer.word(str(counted.votes), TextRole.BODY_STRONG, number)
    if writer.painter is not None:
        _paint_bar(writer, writer.painter, track, counted, token)
    writer.y += height


def _paint_bar(writer: Writer, painter: QPainter, track: QRectF, counted: _Counted, token: str) -> None:
    """The vote that counts last is solid; the one before it is pale with a line: colour alone tells nothing."""
    theme = writer.theme
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("surface-2"))
    painter.drawRect(track)
    filled = QRectF(track.topLeft(), track.size())
    filled.setWidth(track.width() * counted.share)
    painter.setBrush(theme.colour(token, 1.0 if counted.is_last else 0.3))
    painter.setPen(QPen(theme.colour(token), max(1.0, writer.unit / 14)))
    if counted.votes:
        painter.drawRect(filled)

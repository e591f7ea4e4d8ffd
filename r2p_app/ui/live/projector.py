"""What stands on the projector while a room is open: the way in, then the scene of a question. Lessons show it too."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF

from r2p_app.live.events import Phase
from r2p_app.ui.live.qr import matrix, paint_code
from r2p_app.ui.live.scene import Scene
from r2p_app.ui.live.sheet import write_scene
from r2p_app.ui.live.words import code_words
from r2p_app.ui.projector.canvas import Edges, ProjectorCanvas
from r2p_app.ui.projector.writer import Writer
from r2p_app.ui.theme.tokens import TextRole

translate = QCoreApplication.translate

_AT_THE_DOOR = frozenset({Phase.LOBBY, Phase.ENDED})


class Door(NamedTuple):
    """How students come in: the address without its scheme, the code, and what the QR code says."""

    address: str
    code: str
    link: str


def show_scene(canvas: ProjectorCanvas, scene: Scene, door: Door) -> None:
    """Show a scene. How many have answered stands at the edge: a vote does not set everything anew."""
    if scene.phase in _AT_THE_DOOR:
        canvas.show_content(LiveSheet(scene, door), Edges())
        return
    join = translate("Live", "Join: %1 · code %2").replace("%1", door.address)
    foot = join.replace("%2", code_words(door.code))
    edges = Edges(head=scene.head, cue=scene.cue, foot=foot, count=scene.count)
    canvas.show_content(LiveSheet(replace(scene, head="", cue="", count=""), door), edges)


@dataclass(frozen=True)
class LiveSheet:
    """A scene to be written, and the way in where students still join."""

    scene: Scene
    door: Door

    @property
    def words(self) -> str:
        """Everything on it as one text."""
        return self.scene.words

    def write(self, writer: Writer, room: QRectF) -> None:
        """Write it."""
        if self.scene.phase is Phase.LOBBY:
            self._write_door(writer, room)
        elif self.scene.phase is Phase.ENDED:
            writer.text(self.scene.cue, TextRole.H1, 2.0)
        else:
            write_scene(writer, self.scene)

    def _write_door(self, writer: Writer, room: QRectF) -> None:
        scene, door = self.scene, self.door
        side = min(room.height() * 0.82, room.width() * 0.42)
        writer.width = room.width() - side - 2 * writer.unit
        writer.text(scene.cue, TextRole.H1, 2.0)
        writer.gap(0.6)
        how = translate("Live", "Open this address on your phone, or point its camera at the code:")
        writer.text(how, TextRole.BODY, 1.1)
        writer.text(door.address, TextRole.BODY_STRONG, 1.7, "accent")
        writer.gap(0.6)
        writer.text(translate("Live", "Code"), TextRole.BODY, 1.1, "ink-2")
        writer.text(code_words(door.code), TextRole.BODY_STRONG, 3.0)
        writer.gap(0.6)
        writer.text(scene.count, TextRole.BODY_STRONG, 1.2)
        writer.text(" · ".join(scene.names), TextRole.BODY, 1.0, "ink-2")
        if writer.painter is not None:
            paint_code(writer.painter, matrix(door.link), QRectF(room.right() - side, room.top(), side, side))

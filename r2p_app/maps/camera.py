"""Which part of the plane is seen, and how large: panning, zooming, fitting, and the limits to them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from r2p_app.maps.projection import XY

CLOSEST = 0.5 * 0.0254 * 1000 / 96
"""Kilometres per pixel at 1:500,000 on a screen of 96 dots per inch: nearer, the lines would pretend to know more."""


class Rect(NamedTuple):
    """A rectangle of the plane, in kilometres."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> XY:
        """Its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, share: float) -> "Rect":
        """Return it with a margin on every side, as a share of the larger side."""
        margin = share * max(self.right - self.left, self.bottom - self.top)
        return Rect(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a place lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def around(places: Sequence[XY]) -> Rect:
    """Return the rectangle around some places."""
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return Rect(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True)
class Camera:
    """A view of `width` by `height` pixels about the place `x`, `y`, with `scale` kilometres to the pixel."""

    x: float
    y: float
    scale: float
    width: float
    height: float

    def to_screen(self, place: XY) -> XY:
        """Return the pixel of a place."""
        return (place[0] - self.x) / self.scale + self.width / 2, (place[1] - self.y) / self.scale + self.height / 2

    def to_plane(self, pixel: XY) -> XY:
        """Return the place under a pixel."""
        return self.x + (pixel[0] - self.width / 2) * self.scale, self.y + (pixel[1] - self.height / 2) * self.scale

    def panned(self, dx: float, dy: float) -> "Camera":
        """Return the view after the map was dragged by so many pixels."""
        return replace(self, x=self.x - dx * self.scale, y=self.y - dy * self.scale)

    def zoomed(self, factor: float, at: XY) -> "Camera":
        """Return the view `factor` times as large, with the same place under the pixel `at`."""
        place, scale = self.to_plane(at), self.scale / factor
        return replace(
            self,
            scale=scale,
            x=place[0] - (at[0] - self.width / 2) * scale,
            y=place[1] - (at[1] - self.height / 2) * scale,
        )

    def resized(self, width: float, height: float) -> "Camera":
        """Return the view of the same middle in another size."""
        return replace(self, width=max(1.0, width), height=max(1.0, height))

    @property
    def seen(self) -> Rect:
        """What is seen."""
        return Rect(*self.to_plane((0, 0)), *self.to_plane((self.width, self.height)))


@dataclass(frozen=True)
class Limits:
    """How far one can go: never nearer than `CLOSEST`, and no further than all of `bounds`.

    With `cover` nothing outside of `bounds` is ever seen; without, they may be narrower or lower than the view.
    """

    bounds: Rect
    cover: bool = False

    def kept(self, camera: Camera) -> Camera:
        """Return the view nearest to `camera` that keeps the limits."""
        bounds = self.bounds
        wide = (bounds.right - bounds.left) / camera.width
        high = (bounds.bottom - bounds.top) / camera.height
        widest = min(wide, high) if self.cover else max(wide, high)
        scale = max(CLOSEST, min(camera.scale, widest))
        x = _within(camera.x, bounds.left, bounds.right, scale * camera.width / 2)
        y = _within(camera.y, bounds.top, bounds.bottom, scale * camera.height / 2)
        return replace(camera, x=x, y=y, scale=scale)

    def fit(self, rect: Rect, width: float, height: float) -> Camera:
        """Return the view that shows all of `rect`, as large as may be."""
        width, height = max(1.0, width), max(1.0, height)
        scale = max((rect.right - rect.left) / width, (rect.bottom - rect.top) / height, CLOSEST)
        return self.kept(Camera(*rect.centre, scale, width, height))


def _within(middle: float, low: float, high: float, half: float) -> float:
    """Keep a stretch of twice `half` between two ends; where it is longer than they are apart, centre it."""
    return (low + high) / 2 if high - low <= 2 * half else max(low + half, min(middle, high - half))

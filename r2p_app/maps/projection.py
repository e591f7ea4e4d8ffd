"""From the globe to the plane and back, in kilometres, x to the east and y to the south as on a screen."""

from dataclasses import dataclass
from math import asin, atan2, atanh, cos, cosh, degrees, pi, radians, sin, sinh, tan
from typing import Protocol

from r2p_app.earth import RADIUS_KM
from r2p_app.maps.region import Point

XY = tuple[float, float]


class Projection(Protocol):
    """A way to lay the globe flat."""

    def forward(self, lat: float, lon: float) -> XY:
        """Return where a place lies in the plane."""

    def inverse(self, x: float, y: float) -> Point:
        """Return which place lies there."""


@dataclass(frozen=True)
class TransverseMercator:
    """Conformal: shapes and angles are true, distances within one per cent up to 900 km beside the central meridian.

    On the sphere; defined up to a quarter of the globe from the meridian.
    """

    lat: float
    lon: float

    def forward(self, lat: float, lon: float) -> XY:
        """Project; places are to be within 90 degrees of the central meridian."""
        phi, away = radians(lat), radians(lon - self.lon)
        x = RADIUS_KM * atanh(cos(phi) * sin(away))
        return x, -RADIUS_KM * (atan2(tan(phi), cos(away)) - radians(self.lat))

    def inverse(self, x: float, y: float) -> Point:
        """Project back."""
        along, across = radians(self.lat) - y / RADIUS_KM, x / RADIUS_KM
        lat = degrees(asin(sin(along) / cosh(across)))
        return Point(lat, self.lon + degrees(atan2(sinh(across), cos(along))))


_LENGTH = (0.8707, -0.131979, -0.013791, 0.003971, -0.001529)
_HEIGHT = (1.007226, 0.015085, -0.044475, 0.028874, -0.005916)
"""Coefficients of the Natural Earth projection (T. Patterson, B. Jenny, B. Šavrič, "A Polynomial Equation for the
Natural Earth Projection", Cartography and Geographic Information Science 38(4), 2011), named below by the powers of the
latitude to which they belong."""

_EXACT = 1e-11


@dataclass(frozen=True)
class NaturalEarth:
    """A compromise for the whole globe: neither areas nor angles are true, both are near."""

    lon: float = 0.0

    def forward(self, lat: float, lon: float) -> XY:
        """Project any place."""
        phi = radians(lat)
        return RADIUS_KM * _length(phi) * radians(lon - self.lon), -RADIUS_KM * _height(phi)

    def inverse(self, x: float, y: float) -> Point:
        """Project back; what lies off the globe goes to its edge."""
        phi = _latitude(-y / RADIUS_KM)
        away = degrees(x / RADIUS_KM / _length(phi))
        return Point(degrees(phi), self.lon + max(-180.0, min(180.0, away)))


def _length(phi: float) -> float:
    a0, a2, a4, a10, a12 = _LENGTH
    square = phi * phi
    fourth = square * square
    return a0 + square * a2 + fourth * (a4 + fourth * square * (a10 + square * a12))


def _height(phi: float) -> float:
    b1, b3, b7, b9, b11 = _HEIGHT
    square = phi * phi
    return phi * (b1 + square * b3 + square * square * square * (b7 + square * (b9 + square * b11)))


def _slope(phi: float) -> float:
    b1, b3, b7, b9, b11 = _HEIGHT
    square = phi * phi
    return b1 + 3 * square * b3 + square * square * square * (7 * b7 + square * (9 * b9 + 11 * square * b11))


def _latitude(height: float) -> float:
    """Solve `_height(phi) = height` by Newton's method, which meets it in a few steps."""
    height = max(-_height(pi / 2), min(_height(pi / 2), height))
    phi = height
    for _ in range(20):
        step = (_height(phi) - height) / _slope(phi)
        phi -= step
        if abs(step) < _EXACT:
            break
    return max(-pi / 2, min(pi / 2, phi))


def projection_for(box: tuple[float, float, float, float]) -> Projection:
    """Return the projection that suits an area (west, south, east, north): true in shape unless it spans the globe."""
    west, south, east, north = box
    if east - west > 120:
        return NaturalEarth((west + east) / 2)
    return TransverseMercator((south + north) / 2, (west + east) / 2)

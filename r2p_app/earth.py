"""The Earth as a sphere: distances along its surface."""

from math import asin, cos, radians, sin, sqrt

RADIUS_KM = 6371.0088
"""The mean radius of the reference ellipsoid (WGS 84); a sphere is within 0.5 % of it."""


def haversine_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the distance between two points given in degrees."""
    across = sin(radians(other_lon - lon) / 2) ** 2 * cos(radians(lat)) * cos(radians(other_lat))
    half_chord = sin(radians(other_lat - lat) / 2) ** 2 + across
    return 2 * RADIUS_KM * asin(sqrt(min(1.0, half_chord)))

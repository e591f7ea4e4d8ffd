"""A place to be found on a map, judged by its distance in kilometres along the surface."""

from math import inf, isfinite

from r2p_app.content.questions import MapLocation
from r2p_app.earth import haversine_km
from r2p_app.learning.questions.distance import closeness
from r2p_app.learning.questions.kind import QuestionKind
from r2p_app.learning.verdict import Answer, Verdict


class PlacedPoint(Answer, frozen=True, tag="map"):
    """The point chosen, in degrees."""

    lat: float
    lon: float


def km_off(question: MapLocation, answer: PlacedPoint) -> float:
    """Return how far the answer lies from the place; what is no point lies infinitely far."""
    if not (isfinite(answer.lat) and isfinite(answer.lon)):
        return inf
    return haversine_km(question.lat, question.lon, answer.lat, answer.lon)


def grade(question: MapLocation, answer: PlacedPoint) -> Verdict:
    """Right within the radius, partly right up to three times as far away."""
    return Verdict(closeness(km_off(question, answer), question.radius_km))


def key(question: MapLocation) -> PlacedPoint:
    """The place itself."""
    return PlacedPoint(question.lat, question.lon)


def criterion(question: MapLocation) -> object:
    """The place and the radius."""
    return question.lat, question.lon, question.radius_km


KIND = QuestionKind(MapLocation, PlacedPoint, grade, key, criterion)

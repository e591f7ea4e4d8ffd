"""Where a point is, in words: for whoever does not see the map."""

from PySide6.QtCore import QCoreApplication

from r2p_app.maps.pick import Near, country_at, nearest_border
from r2p_app.maps.region import Country, Point
from r2p_app.maps.regions import Sheet
from r2p_app.ui.format import position, rough_km

translate = QCoreApplication.translate

_AT_BORDER = 4.0
"""Kilometres within which the lines do not know on which side a point is: they are drawn for a map of 1:10 million."""

_FAR = 1000.0
"""Kilometres beyond which a border says nothing about a point."""


def country_words(sheet: Sheet, point: Point) -> str:
    """Return the country of today in which a point lies; near a border both, since the lines are not that exact."""
    return _country_words(sheet, country_at(sheet.region, point), nearest_border(sheet.region, point))


def point_words(sheet: Sheet, point: Point) -> str:
    """Say where a point is: coordinates, country, distance to the nearest border."""
    country, near = country_at(sheet.region, point), nearest_border(sheet.region, point)
    parts = [position(point.lat, point.lon), _country_words(sheet, country, near)]
    if near is not None and _AT_BORDER <= near.km < _FAR:
        parts.append(_border_words(sheet, country, near))
    return "; ".join(parts)


def _country_words(sheet: Sheet, country: Country | None, near: Near | None) -> str:
    if near is not None and near.km < _AT_BORDER and all(near.border.between):
        words = translate("Map", "at the border between %1 and %2")
        first, second = (sheet.names.today(key) for key in near.border.between)
        return words.replace("%1", first).replace("%2", second)
    if country is None:
        return translate("Map", "at sea")
    return translate("Map", "in %1").replace("%1", sheet.names.today(country.key))


def _border_words(sheet: Sheet, country: Country | None, near: Near) -> str:
    others = [key for key in near.border.between if key and (country is None or key != country.key)]
    distance = rough_km(near.km)
    if len(others) != 1:
        return translate("Map", "%1 from the nearest border").replace("%1", distance)
    words = translate("Map", "%1 from the border with %2")
    return words.replace("%1", distance).replace("%2", sheet.names.today(others[0]))

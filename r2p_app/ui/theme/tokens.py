"""Themes as values: colours by purpose from `resources/themes`, text roles on one scale."""

import enum
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont

from r2p_app.paths import resources_dir

SERIF, SANS = "Source Serif 4", "Inter"
GRID = 4
"""Spacing comes in multiples of this many pixels."""

THEMES = ("light", "dark", "contrast")
TEXT_SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class TextStyle(NamedTuple):
    """A text role: size in pixels at 100 %, family, weight, slant."""

    px: int
    family: str
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False


class TextRole(enum.Enum):
    """The text roles of the design. Their names are the values of the `role` property that the style sheet reads."""

    SMALL = TextStyle(13, SANS)
    SMALL_STRONG = TextStyle(13, SANS, QFont.Weight.DemiBold)
    BODY = TextStyle(15, SANS)
    BODY_STRONG = TextStyle(15, SANS, QFont.Weight.DemiBold)
    READING = TextStyle(18, SERIF)
    READING_ITALIC = TextStyle(18, SERIF, QFont.Weight.Normal, True)
    BRAND = TextStyle(17, SERIF, QFont.Weight.DemiBold)
    H3 = TextStyle(18, SERIF, QFont.Weight.DemiBold)
    H2 = TextStyle(24, SERIF, QFont.Weight.DemiBold)
    H1 = TextStyle(34, SERIF, QFont.Weight.DemiBold)


class Theme:
    """One look: colours by purpose, and the scale of text (1.0 to 2.0). Never changes.

    Written out: the module `dataclasses` would cost a fiftieth of the time to the first paint.
    """

    __slots__ = ("colours", "dark", "name", "scale")

    def __init__(self, name: str, colours: Mapping[str, str], *, dark: bool, scale: float = 1.0) -> None:
        self.name, self.colours, self.dark, self.scale = name, colours, dark, scale

    def colour(self, token: str, alpha: float = 1.0) -> QColor:
        """Return the colour of a token; `alpha` from 0 to 1. Raises `KeyError` for an unknown token."""
        colour = QColor(self.colours[token])
        colour.setAlphaF(alpha)
        return colour

    def case_token(self, case: str) -> str:
        """Return the colour token of a case; cases of other packs share a neutral one."""
        token = f"lane-{case}"
        return token if token in self.colours else "lane-other"

    def px(self, size: float) -> int:
        """Return a length that grows with the text, in pixels."""
        return round(size * self.scale)

    def font(self, role: TextRole) -> QFont:
        """Return the font of a text role at the present scale."""
        return self.sized(role, self.px(role.value.px))

    def sized(self, role: TextRole, pixels: int) -> QFont:
        """Return the font of a text role in a size of its own, for what is seen from afar and follows the screen."""
        style = role.value
        font = QFont(style.family)
        font.setPixelSize(max(1, pixels))
        font.setWeight(style.weight)
        font.setItalic(style.italic)
        return font


@lru_cache(maxsize=32)
def load_theme(name: str, scale: float = 1.0) -> Theme:
    """Read a theme by name; raise `KeyError` for an unknown one."""
    if name not in THEMES:
        raise KeyError(name)
    data = tomllib.loads((resources_dir() / "themes" / f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(data["name"], MappingProxyType(data["colour"]), dark=data["dark"], scale=scale)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two `#RRGGBB` colours (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

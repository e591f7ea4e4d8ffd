"""The light theme as it is set on paper: no hinting, and letters that can be searched for and copied."""

from functools import lru_cache

from PySide6.QtGui import QFont

from r2p_app.ui.theme.tokens import TextRole, Theme, load_theme

_ALTERNATES = ("calt", "case")
"""Inter draws a hyphen between capitals higher, as another glyph, which is copied from a PDF as some other letter."""


class PaperTheme(Theme):
    """The light theme at a scale of its own."""

    __slots__ = ()

    def font(self, role: TextRole) -> QFont:
        """Return the font of a text role for paper."""
        font = super().font(role)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # paper has no pixels
        for name in _ALTERNATES:
            font.setFeature(QFont.Tag(name), 0)
        return font


@lru_cache(maxsize=8)
def paper_theme(scale: float) -> PaperTheme:
    """Return the theme with text at a scale; the same object for the same scale."""
    light = load_theme("light")
    return PaperTheme(light.name, light.colours, dark=light.dark, scale=scale)

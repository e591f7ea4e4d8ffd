"""The measures of the window's frame, shared by what paints it first and by what fills it afterwards."""

from r2p_app.ui.theme.tokens import Theme

TOP_BAR = 56
RAIL = 208
RAIL_NEEDS = 900
"""Below this width of the window (at 100 % text) the rail folds into a menu."""


def rail_is_folded(theme: Theme, width: int) -> bool:
    """Return whether the rail has no room in a window of this width."""
    return width < theme.px(RAIL_NEEDS)

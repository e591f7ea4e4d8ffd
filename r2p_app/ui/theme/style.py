"""The style sheet: one template, filled from the tokens of a theme."""

import re
from functools import lru_cache

from PySide6.QtGui import QFont

from r2p_app.paths import resources_dir
from r2p_app.ui.theme.tokens import TextRole, Theme

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"@([a-z][a-z0-9-]*)")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)tx")


@lru_cache(maxsize=8)
def style_sheet(theme: Theme) -> str:
    """Return the style sheet for a theme.

    In the template `@accent` is a colour token and `13tx` a length in pixels that grows with the text.
    """
    template = (resources_dir() / "themes" / "style.qss").read_text(encoding="utf-8")
    rules = _COMMENT.sub("", template) + _roles()
    filled = _TOKEN.sub(lambda match: theme.colours[match.group(1)], rules)
    return _LENGTH.sub(lambda match: f"{theme.px(float(match.group(1)))}px", filled)


def _roles() -> str:
    return "\n".join(_role_rule(role) for role in TextRole)


def _role_rule(role: TextRole) -> str:
    style = role.value
    weight = 600 if style.weight >= QFont.Weight.DemiBold else 400
    slant = "italic" if style.italic else "normal"
    return (
        f'*[role="{role.name}"] {{ font-family: "{style.family}"; font-size: {style.px}tx; '
        f"font-weight: {weight}; font-style: {slant}; }}"
    )

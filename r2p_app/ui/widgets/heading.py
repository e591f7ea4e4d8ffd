"""A heading: a label that a screen reader can jump to, and whose level it tells."""

from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

from r2p_app.ui.accessible import NOTHING, offer
from r2p_app.ui.theme.tokens import TextRole

LEVELS = {TextRole.H1: 1, TextRole.H2: 2, TextRole.H3: 3}
"""What is set as a heading is one, for screen readers too, and of this level."""

PART = 4
"""The level of what is only set strong: the parts of a record."""

_ATTRIBUTE = QAccessible.Attribute


class Heading(QLabel):
    """A label that is a heading; level 1 is the title of a page."""

    def __init__(self, text: str, level: int, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.level = level
        offer(Heading, AccessibleHeading)


class Level(QAccessibleAttributesInterface):
    """The level of a heading, as an attribute."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:  # noqa: N802
        """There is the level alone."""
        return [_ATTRIBUTE.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> int | None:  # noqa: N802
        """Return the level."""
        return self._level if key == _ATTRIBUTE.Level else None


class AccessibleHeading(QAccessibleWidget):
    """What Qt offers for labels, but with the role of a heading: Qt takes every label for text like any other.

    It asks Qt for its heading: PySide never lets go of an interface, which would keep the heading too.
    """

    def __init__(self, heading: QWidget) -> None:
        super().__init__(heading, QAccessible.Role.Heading, "")
        self._level = Level(heading.level if isinstance(heading, Heading) else 0)

    def text(self, kind: QAccessible.Text) -> str:
        """Its words are its name."""
        heading = self.widget()
        if kind == QAccessible.Text.Name and isinstance(heading, Heading):
            return heading.accessibleName() or heading.text()
        return super().text(kind)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """It has attributes, and nothing that could be done with it."""
        if kind == QAccessible.InterfaceType.AttributesInterface:
            return self._level  # type: ignore[return-value]  # shiboken makes the pointer of it that Qt wants
        return NOTHING

"""What makes a button as large as the parts laid out inside it, whose words wrap."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy

if TYPE_CHECKING:
    _Base = QAbstractButton
else:  # a mixin: it stands before the button's own class, which may be any
    _Base = object


class Wrapping(_Base):
    """A button with parts inside. The height follows from the width; a click on a part is a click on the button."""

    def wrap(self, parts: QBoxLayout, least: int = 0) -> None:
        """Take the size of these parts, and be no lower than `least`."""
        self._parts, self._least = parts, least
        for part in filter(None, map(parts.itemAt, range(parts.count()))):
            if (widget := part.widget()) is not None:
                widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As large as the parts want to be."""
        return self._parts.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As small as they can be."""
        return self._parts.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        return max(self._least, self._parts.totalHeightForWidth(width))

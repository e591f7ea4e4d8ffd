"""Pictures of widgets compared with those kept in tests/golden: decoded, pixel by pixel, with a little patience.

NEW_GOLDEN=1 writes them anew; look at them before they are committed.
"""

import os
from pathlib import Path

from PySide6.QtGui import QImage

FOLDER = Path(__file__).parent / "golden"
_RENEWS = "NEW_GOLDEN" in os.environ

_UNLIKE = 48
"""A pixel differs when one of its channels does by more than this: edges of letters come out a little differently."""

_SHARE = 0.004
"""The share of pixels that may differ."""


def assert_picture(name: str, seen: QImage) -> None:
    path = FOLDER / f"{name}.png"
    if _RENEWS:
        path.parent.mkdir(parents=True, exist_ok=True)
        seen.convertToFormat(QImage.Format.Format_RGB32).save(str(path))
    kept = QImage(str(path))
    assert not kept.isNull(), f"there is no {path}; NEW_GOLDEN=1 writes it"
    assert seen.size() == kept.size()
    share = unlike(seen, kept)
    if share > _SHARE:
        seen.save(str(path.with_suffix(".seen.png")))
    assert share <= _SHARE, f"{share:.2%} of the pixels are unlike {path}; see {path.stem}.seen.png beside it"


def unlike(one: QImage, other: QImage) -> float:
    """Return the share of pixels in which two pictures of one size differ."""
    first, second = _bytes(one), _bytes(other)
    far = [place // 4 for place, (a, b) in enumerate(zip(first, second, strict=True)) if abs(a - b) > _UNLIKE]
    return len(set(far)) / (one.width() * one.height())


def _bytes(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())

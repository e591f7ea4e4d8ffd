"""Bytes to text: UTF-8, not too much of it, and no character that cannot be seen."""

import re

from r2p_app.content.files import MAX_BYTES
from r2p_app.content.problems import Faults, Place, Position

MAX_FAULTS = 100
"""An author who has made more in one file will mend these first."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)


def decode(data: bytes, faults: Faults) -> str | None:
    """Return the text of a file, or None after reporting why it cannot be read."""
    if len(data) > MAX_BYTES:
        faults.error(
            None, f"the file is larger than {MAX_BYTES:,} bytes", "split it into several files", code="file-size"
        )
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = Place(data.count(b"\n", 0, error.start) + 1, 1)
        faults.error(at, "the file is not UTF-8", "save it as UTF-8 in your editor", code="file-encoding")
        return None
    return text if _is_clean(text, faults) else None


def _is_clean(text: str, faults: Faults) -> bool:
    matches = [match for _, match in zip(range(MAX_FAULTS), FORBIDDEN.finditer(text), strict=False)]
    for match in matches:
        start = match.start()
        at = Place(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
        report_character(match.group(), at, faults)
    return not matches


def report_character(character: str, at: Position, faults: Faults) -> None:
    """Report a character that cannot be seen."""
    faults.error(at, f"invisible character U+{ord(character):04X}", "delete it", code="character")

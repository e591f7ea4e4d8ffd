"""Judgements and readings in words, for rows, cells and paper."""

from PySide6.QtCore import QCoreApplication

from r2p_app.lab.judgement import Weighing
from r2p_app.ui.format import plural
from r2p_app.ui.text import label as enum_label

translate = QCoreApplication.translate


def evidence_words(count: int) -> str:
    """Return how much evidence there is: "2 pieces of evidence"."""
    return plural(translate("Judgement", "%n piece(s) of evidence", None, count))


def weighing_words(weighing: Weighing) -> str:
    """Return a judgement in a line: its level, and how much evidence it rests on."""
    level = enum_label(weighing.level) if weighing.level is not None else translate("Judgement", "Undecided")
    return f"{level} · {evidence_words(len(weighing.evidence))}" if weighing.evidence else level

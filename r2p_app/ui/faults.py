"""Faults of the machine and of the program, in words, with what to do."""

from PySide6.QtCore import QCoreApplication

from r2p_app.store.errors import StoreError
from r2p_app.store.recovery import Recovery


def fault_sentences(error: StoreError) -> tuple[str, str, str]:
    """Return what happened, what to do, and where."""
    translate = QCoreApplication.translate
    return translate("Store", error.what), translate("Store", error.remedy), str(error.where)


def recovery_text(recovery: Recovery) -> str:
    """Return what was done about a damaged database."""
    translate = QCoreApplication.translate
    parts = [translate("Store", recovery.what), translate("Store", recovery.outcome)]
    if recovery.set_aside is not None:
        parts.append(translate("Store", "The damaged file is %1.").replace("%1", str(recovery.set_aside)))
    return " ".join(parts)

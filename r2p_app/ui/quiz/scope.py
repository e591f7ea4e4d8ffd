"""What a run asks about, in words: a case, or several."""

from PySide6.QtCore import QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.model import Case


def scope_title(library: Library, scope: str) -> str:
    """Return the title of the case a run asks about; without one it asks about all."""
    case = library.find(scope, Case)
    return case.title if case else QCoreApplication.translate("QuestionKinds", "All cases")

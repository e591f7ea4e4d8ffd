"""The languages the window speaks. English is in the program; others are the files `resources/i18n/r2p_XX.qm`."""

from PySide6.QtCore import QCoreApplication, QTranslator

from r2p_app.paths import resources_dir

ENGLISH = "en"
_NAMES = {ENGLISH: "English", "de": "Deutsch", "es": "Español", "fr": "Français", "nl": "Nederlands"}
"""Languages under their own names, for the menu."""

_installed: list[QTranslator] = []
_language = ENGLISH


def languages() -> dict[str, str]:
    """Return the codes and names of the languages there are words for."""
    folder = resources_dir() / "i18n"
    return {code: name for code, name in _NAMES.items() if code == ENGLISH or (folder / f"r2p_{code}.qm").is_file()}


def install_language(code: str) -> None:
    """Have the window speak this language from now on; widgets that exist keep their words until they are made anew."""
    global _language  # noqa: PLW0603 - Qt's translators are per process, and so is the language
    if code == _language:
        return
    from r2p_app.ui.format import set_language

    _language = code
    app = QCoreApplication.instance()
    while _installed and app is not None:
        app.removeTranslator(_installed.pop())
    translator = QTranslator()
    if app is not None and code != ENGLISH and translator.load(f"r2p_{code}", str(resources_dir() / "i18n")):
        app.installTranslator(translator)
        _installed.append(translator)
    set_language(code)

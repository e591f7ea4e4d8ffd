"""How the window looks for one profile: needed before the first paint, so kept in an INI file beside the database."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QByteArray, QCoreApplication, QObject, QSettings, Signal, Slot
from PySide6.QtWidgets import QApplication

from r2p_app.ui.languages import install_language, languages
from r2p_app.ui.theme.look import Look
from r2p_app.ui.theme.tokens import TEXT_SCALES, THEMES

SYSTEM = "system"


class Choice(NamedTuple):
    """A value a preference may have, and its words ("" where the value speaks for itself)."""

    value: str
    title: str


class Preference(NamedTuple):
    """A declared preference: the first choice is the default. Settings page, menus and file are views of these."""

    key: str
    title: str
    hint: str
    choices: tuple[Choice, ...]

    @property
    def default(self) -> str:
        """The value until the person chooses one."""
        return self.choices[0].value


THEME = Preference(
    "theme",
    str(QT_TRANSLATE_NOOP("Preferences", "Theme")),
    str(QT_TRANSLATE_NOOP("Preferences", "Dark suits a projector; high contrast has the strongest borders and text.")),
    (
        Choice(SYSTEM, str(QT_TRANSLATE_NOOP("Preferences", "As the system"))),
        Choice("light", str(QT_TRANSLATE_NOOP("Preferences", "Light"))),
        Choice("dark", str(QT_TRANSLATE_NOOP("Preferences", "Dark"))),
        Choice("contrast", str(QT_TRANSLATE_NOOP("Preferences", "High contrast"))),
    ),
)
TEXT = Preference(
    "text",
    str(QT_TRANSLATE_NOOP("Preferences", "Text size")),
    str(QT_TRANSLATE_NOOP("Preferences", "Also with Ctrl and +, − or 0.")),
    tuple(Choice(str(scale), f"{round(scale * 100)} %") for scale in TEXT_SCALES),
)
MOTION = Preference(
    "motion",
    str(QT_TRANSLATE_NOOP("Preferences", "Reduced motion")),
    str(QT_TRANSLATE_NOOP("Preferences", "When on, nothing glides: views change at once.")),
    (
        Choice(SYSTEM, str(QT_TRANSLATE_NOOP("Preferences", "As the system"))),
        Choice("on", str(QT_TRANSLATE_NOOP("Preferences", "On"))),
        Choice("off", str(QT_TRANSLATE_NOOP("Preferences", "Off"))),
    ),
)
LANGUAGE = Preference(
    "language",
    str(QT_TRANSLATE_NOOP("Preferences", "Language")),
    str(QT_TRANSLATE_NOOP("Preferences", "Of the window, and of content as far as it is translated.")),
    tuple(Choice(code, name) for code, name in languages().items()),
)
PREFERENCES = (THEME, TEXT, MOTION, LANGUAGE)


class Preferences(QObject):
    """Reads and keeps the preferences of a profile, and puts them in force.

    Signals:
        changed: The preference with this key has another value.
    """

    changed = Signal(str)

    def __init__(self, look: Look, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._settings = _open(file)
        self._follows_system = False
        theme = self.value(THEME)
        # What the first paint needs; the system's other wishes are asked for later, they cost as much as the paint.
        self._look.apply(_palette_theme() if theme == SYSTEM else theme, float(self.value(TEXT)))

    def sync(self) -> None:
        """Write to the file what was chosen."""
        self._settings.sync()

    def use(self, file: Path) -> None:
        """Change to the preferences of another profile."""
        self.sync()
        self._settings = _open(file)
        self.apply()
        for preference in PREFERENCES:
            self.changed.emit(preference.key)

    def value(self, preference: Preference) -> str:
        """Return the value in force; what the file says wrongly counts as unset."""
        found = str(self._settings.value(preference.key, preference.default))
        return found if any(choice.value == found for choice in preference.choices) else preference.default

    def set_value(self, preference: Preference, value: str) -> None:
        """Keep a value and put it in force."""
        if value != self.value(preference):
            self._settings.setValue(preference.key, value)
            self.apply()
            self.changed.emit(preference.key)

    def step_text(self, step: int) -> None:
        """Make text larger (+1) or smaller (-1) by one step; 0 returns to 100 %."""
        scales = [choice.value for choice in TEXT.choices]
        index = scales.index(self.value(TEXT)) + step if step else 0
        self.set_value(TEXT, scales[max(0, min(len(scales) - 1, index))])

    def next_theme(self) -> None:
        """Go on to the next theme after the one in force."""
        names = list(THEMES)
        self.set_value(THEME, names[(names.index(self._look.theme.name) + 1) % len(names)])

    def geometry(self) -> QByteArray:
        """Return the window's kept place and size, empty if there is none."""
        found = self._settings.value("geometry", QByteArray())
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Keep the window's place and size."""
        self._settings.setValue("geometry", geometry)
        self._settings.sync()

    def export_folder(self) -> str:
        """Return the folder in which a file was saved last, "" if there is none."""
        return str(self._settings.value("export-folder", ""))

    def keep_export_folder(self, folder: str) -> None:
        """Keep the folder in which a file was saved."""
        self._settings.setValue("export-folder", folder)

    def apply(self) -> None:
        """Put theme, text size, motion and language in force."""
        self._follow_system()
        install_language(self.value(LANGUAGE))
        theme, motion = self.value(THEME), self.value(MOTION)
        self._look.apply(
            system_theme() if theme == SYSTEM else theme,
            float(self.value(TEXT)),
            reduced_motion=system_reduces_motion() if motion == SYSTEM else motion == "on",
        )

    def _follow_system(self) -> None:
        """Listen to the system's wishes, from the first time on that they count."""
        if self._follows_system:
            return
        self._follows_system = True
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    @Slot()
    def _on_system_changed(self) -> None:
        if self.value(THEME) == SYSTEM:
            self.apply()


def _open(file: Path) -> QSettings:
    return QSettings(str(file), QSettings.Format.IniFormat)


def system_theme() -> str:
    """Return the theme that suits the system's wishes for contrast and darkness."""
    from PySide6.QtCore import Qt

    hints = QApplication.styleHints()
    if hasattr(hints, "accessibility"):
        wishes = hints.accessibility()
        if wishes.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def _palette_theme() -> str:
    """Return the theme that suits the palette which the system gave a program that has just started."""
    return "dark" if QApplication.palette().window().color().lightness() < 128 else "light"


def system_reduces_motion() -> bool:
    """Return whether the system asks for no animation; Qt tells it only through the style's durations."""
    from PySide6.QtWidgets import QStyle  # large, and not needed for the first paint

    style = QApplication.style()
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


def choice_title(choice: Choice) -> str:
    """Return the words for a choice in the language of the window."""
    return QCoreApplication.translate("Preferences", choice.title)

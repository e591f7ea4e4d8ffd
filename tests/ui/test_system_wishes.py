"""What the system asks for is followed: strong contrast, darkness, no motion."""

from dataclasses import dataclass
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt

from r2p_app.ui import preferences as module
from r2p_app.ui.preferences import MOTION, SYSTEM, THEME, Preferences
from r2p_app.ui.theme.look import Look


class Signal:
    """One that nothing has to be told of."""

    def connect(self, _slot: object) -> None:
        pass


@dataclass(frozen=True)
class System:
    """A system with wishes, in place of Qt's application, its hints and its style."""

    contrast: Qt.ContrastPreference = Qt.ContrastPreference.NoPreference
    scheme: Qt.ColorScheme = Qt.ColorScheme.Light
    duration: int = 200

    colorSchemeChanged: ClassVar = Signal()  # noqa: N815 - Qt's name
    contrastPreferenceChanged: ClassVar = Signal()  # noqa: N815 - Qt's name

    def styleHints(self) -> "System":  # noqa: N802 - Qt's name
        return self

    def accessibility(self) -> "System":
        return self

    def style(self) -> "System":
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802 - Qt's name
        return self.contrast

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
        return self.scheme

    def styleHint(self, _hint: object) -> int:
        return self.duration


@pytest.mark.parametrize(
    ("system", "wanted"),
    [
        (System(), ("light", False)),
        (System(scheme=Qt.ColorScheme.Dark), ("dark", False)),
        (System(contrast=Qt.ContrastPreference.HighContrast), ("contrast", False)),
        (System(contrast=Qt.ContrastPreference.HighContrast, scheme=Qt.ColorScheme.Dark), ("contrast", False)),
        (System(duration=0), ("light", True)),
    ],
)
def test_the_system_is_followed_where_nothing_was_chosen(
    look: Look, preferences: Preferences, monkeypatch: pytest.MonkeyPatch, system: System, wanted: tuple[str, bool]
) -> None:
    monkeypatch.setattr(module, "QApplication", system)
    preferences.set_value(THEME, SYSTEM)
    preferences.set_value(MOTION, SYSTEM)
    assert (look.theme.name, look.reduced_motion) == wanted


def test_a_choice_outweighs_the_system(look: Look, preferences: Preferences, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "QApplication", System(Qt.ContrastPreference.HighContrast, duration=0))
    preferences.set_value(THEME, "dark")
    preferences.set_value(MOTION, "off")
    assert (look.theme.name, look.reduced_motion) == ("dark", False)


def test_a_wish_that_changes_while_the_window_is_open_is_followed(
    look: Look, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    preferences.set_value(THEME, SYSTEM)
    monkeypatch.setattr(module, "QApplication", System(Qt.ContrastPreference.HighContrast))
    preferences._on_system_changed()
    assert look.theme.name == "contrast"

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from r2p_app.content.folding import fold
from r2p_app.ui.palette import Palette
from r2p_app.ui.preferences import TEXT
from r2p_app.ui.search.hit import Hit, matching
from r2p_app.ui.shell import Shell


@pytest.fixture
def palette(shell: Shell) -> Palette:
    QTest.keyClick(shell.rail.focus_entry(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert shell.palette_overlay is not None
    return shell.palette_overlay


def titles(palette: Palette) -> list[str]:
    return [palette.model.hit(row).title for row in range(palette.model.rowCount())]


def type_in(palette: Palette, text: str) -> None:
    QTest.keyClicks(palette.field, text)


def test_it_opens_with_the_field_ready(palette: Palette) -> None:
    assert palette.is_open
    assert QApplication.focusWidget() is palette.field
    assert titles(palette)[:2] == ["Home", "Timeline"]


def test_it_finds_pages_cases_chapters_and_commands(palette: Palette) -> None:
    assert {"Settings", "Rwanda", "The warnings", "Larger text"} <= set(titles(palette))


def test_letters_narrow_the_list(palette: Palette) -> None:
    type_in(palette, "warn")
    assert titles(palette)[0] == "The warnings"
    type_in(palette, "ings xyzzy")
    assert titles(palette) == []


def test_a_filter_that_fits_nothing_says_what_would(palette: Palette) -> None:
    type_in(palette, "kind:xyz")
    assert titles(palette) == []
    assert palette.nothing.text().startswith("Nothing is called kind:xyz.")
    assert "document" in palette.nothing.text()
    assert palette.nothing.height() >= palette.nothing.heightForWidth(palette.nothing.width())


def test_enter_opens_what_is_selected_and_the_palette_is_gone(palette: Palette, shell: Shell) -> None:
    type_in(palette, "sett")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.is_open
    assert shell.stack.page is not None
    assert shell.stack.page.objectName() == "settings"


def test_arrows_move_the_selection_while_one_types(palette: Palette) -> None:
    for key, row in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1), (Qt.Key.Key_PageUp, 0)):
        QTest.keyClick(palette.field, key)
        assert palette.list.currentIndex().row() == row
    assert QApplication.focusWidget() is palette.field


def test_esc_closes_it_and_gives_the_focus_back(shell: Shell) -> None:
    before = QApplication.focusWidget()
    shell.open_palette()
    palette = shell.palette_overlay
    assert palette is not None
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.is_open
    assert QApplication.focusWidget() is before


def test_a_click_elsewhere_closes_it(palette: Palette, shell: Shell) -> None:
    shell.top_bar.search.setFocus()
    assert not palette.is_open


def test_tab_stays_inside(palette: Palette) -> None:
    focus: QWidget | None = palette.field
    for _ in range(3):
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert palette.isAncestorOf(focus)


def test_a_command_runs_after_the_palette_has_closed(palette: Palette, shell: Shell) -> None:
    type_in(palette, "larger")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert shell.preferences.value(TEXT) == "1.15"


def test_it_says_when_nothing_is_found(palette: Palette) -> None:
    type_in(palette, "xyzzy")
    assert titles(palette) == []
    assert "xyzzy" in palette.nothing.text()
    assert palette.nothing.isVisible()


def test_rows_are_spoken_with_what_they_are(palette: Palette) -> None:
    type_in(palette, "the warnings")
    spoken = palette.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("The warnings, Chapter · Rwanda")


def test_a_click_on_a_row_opens_it(palette: Palette, shell: Shell) -> None:
    type_in(palette, "faults")
    where = palette.list.visualRect(palette.model.index(0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert shell.stack.page is not None
    assert shell.stack.page.objectName() == "problems"


def test_it_stays_within_a_small_window_with_large_text(palette: Palette, shell: Shell) -> None:
    shell.preferences.set_value(TEXT, "2.0")
    shell.resize(480, 360)
    assert shell.rect().contains(palette.geometry())


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("racak", "Račak"),
        ("durdevic", "Đurđević"),
        ("ROMEO", "Roméo Dallaire"),
        ("lodz", "Łódź"),
        ("dallaire rom", "Roméo Dallaire"),
    ],
)
def test_case_and_diacritics_do_not_count(typed: str, title: str) -> None:
    assert [hit.title for hit in matching([Hit(title, "", lambda: None)], typed)] == [title]


def test_what_begins_with_the_word_stands_first() -> None:
    hits = [Hit(title, "", lambda: None) for title in ("Unwarned", "The warnings", "Warnings")]
    ranked = sorted(matching(hits, "warn"), key=lambda hit: hit.rank)
    assert [hit.title for hit in ranked] == ["Warnings", "The warnings", "Unwarned"]


def test_folding_is_idempotent() -> None:
    assert fold(fold("Đurđević")) == fold("Đurđević") == "durdevic"

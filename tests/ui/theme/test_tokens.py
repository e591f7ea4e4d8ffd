"""Colours are readable wherever they may stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.ui.theme.tokens import TEXT_SCALES, THEMES, TextRole, contrast, load_theme

SURFACES = ("paper", "surface", "surface-2")
TEXT = ("ink", "ink-2", "accent", "right", "wrong", "note")
LANES = ("lane-doctrine", "lane-rwanda", "lane-srebrenica", "lane-kosovo", "lane-other")
PAIRS = (
    *((text, surface) for text in TEXT for surface in SURFACES),
    *((lane, surface) for lane in LANES for surface in ("paper", "surface")),
    ("accent-ink", "accent"),
    ("accent", "accent-soft"),
    ("ink", "accent-soft"),
    ("ink-2", "accent-soft"),
    ("right", "right-soft"),
    ("wrong", "wrong-soft"),
    ("note", "note-soft"),
    *(("ink", soft) for soft in ("right-soft", "wrong-soft", "note-soft")),
    ("accent", "note-soft"),
)
"""Every text token on every surface it may stand on."""

SHAPES = tuple(
    (token, surface)
    for token in ("focus", "control-line", "prevent", "react", "rebuild")
    for surface in ("paper", "surface")
)
"""What is no text but has to be seen: 3:1 (WCAG 2.2, 1.4.11)."""

colours = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("text", "surface"), PAIRS)
def test_text_is_readable_on_its_surface(name: str, text: str, surface: str) -> None:
    theme = load_theme(name)
    wanted = 7.0 if name == "contrast" else 4.5
    assert contrast(theme.colours[text], theme.colours[surface]) >= wanted


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("shape", "surface"), SHAPES)
def test_borders_marks_and_focus_can_be_seen(name: str, shape: str, surface: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.colours[shape], theme.colours[surface]) >= 3.0


def test_all_themes_name_the_same_colours() -> None:
    light = load_theme("light").colours.keys()
    assert all(load_theme(name).colours.keys() == light for name in THEMES)


@pytest.mark.parametrize("name", THEMES)
def test_colours_are_written_in_full(name: str) -> None:
    theme = load_theme(name)
    assert theme.name == name
    assert not [
        token for token, colour in theme.colours.items() if len(colour) != 7 or not theme.colour(token).isValid()
    ]


def test_an_unknown_theme_or_colour_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_theme("sepia")
    with pytest.raises(KeyError):
        load_theme("light").colour("mauve")


def test_the_darkness_a_theme_claims_is_true() -> None:
    for name in THEMES:
        theme = load_theme(name)
        assert theme.dark == (theme.colour("paper").lightness() < 128)


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("role", TextRole)
def test_fonts_grow_with_the_text(scale: float, role: TextRole) -> None:
    theme = load_theme("light", scale)
    assert theme.font(role).pixelSize() == theme.px(role.value.px) == round(role.value.px * scale)


def test_a_case_of_another_pack_has_the_neutral_colour() -> None:
    theme = load_theme("light")
    assert (theme.case_token("rwanda"), theme.case_token("elsewhere")) == ("lane-rwanda", "lane-other")


def test_contrast_of_the_extremes() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#777777") == pytest.approx(1.0)


@given(colours, colours)
def test_contrast_is_symmetric_and_bounded(first: str, second: str) -> None:
    assert contrast(first, second) == contrast(second, first)
    assert 1.0 <= contrast(first, second) <= 21.0 + 1e-9

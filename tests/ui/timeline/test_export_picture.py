import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage

from r2p_app.ui.export.painted import PNG_SCALES
from r2p_app.ui.theme.look import Look, current
from r2p_app.ui.theme.tokens import load_theme
from r2p_app.ui.timeline.export_picture import Picture
from r2p_app.ui.timeline.words import event_name
from tests.ui.timeline.exporting import seen

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def picture(look: Look) -> Picture:
    return Picture(seen(), load_theme("light"))


@pytest.fixture
def svg(picture: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(picture.svg())


def words(svg: ElementTree.Element) -> list[str]:
    return ["".join(one.itertext()) for one in svg.iter(f"{SVG}text")]


def image(data: bytes) -> QImage:
    return QImage.fromData(QByteArray(data))


def test_words_are_text_in_our_fonts_with_a_way_out(svg: ElementTree.Element) -> None:
    shown = words(svg)
    assert any("Cable from Kigali" in one for one in shown)
    assert "Rwanda" in shown
    assert any("Licence: CC BY-SA 4.0." in one for one in shown)
    families = {one.get("font-family") for one in svg.iter() if one.get("font-family")}
    assert families == {"Inter, sans-serif", "Source Serif 4, serif"}


def test_marks_are_shapes(svg: ElementTree.Element) -> None:
    assert not list(svg.iter(f"{SVG}image"))


def test_it_says_what_it_shows_to_who_cannot_see_it(svg: ElementTree.Element) -> None:
    shown = seen()
    assert svg.get("role") == "img"
    assert svg.findtext(f"{SVG}title") == "Timeline: A small pack"
    description = svg.findtext(f"{SVG}desc") or ""
    assert all(event_name(shown.shown.items, index) in description for index in shown.indices)
    assert "<b>Bold & “quoted”</b> ]]>" in description


def test_the_view_box_is_the_size_in_pixels(picture: Picture, svg: ElementTree.Element) -> None:
    assert svg.get("viewBox") == f"0 0 {picture.size.width()} {picture.size.height()}"


def test_what_lies_outside_the_lanes_is_cut(svg: ElementTree.Element) -> None:
    assert svg.findall(f".//{SVG}clipPath")


@pytest.mark.parametrize("scale", PNG_SCALES)
def test_a_finer_picture_has_more_pixels(picture: Picture, scale: int) -> None:
    assert image(picture.png(scale)).size() == picture.size * scale


def test_on_a_dark_screen_pictures_are_light_unless_dark_is_wanted(look: Look) -> None:
    look.apply("dark")
    light, dark = (image(Picture(seen(), load_theme(name)).png(1)) for name in ("light", "dark"))
    assert light.pixelColor(2, 2) == load_theme("light").colour("surface")
    assert dark.pixelColor(2, 2) == load_theme("dark").colour("surface")
    assert current().name == "dark"


def test_lanes_that_do_not_fit_make_the_picture_higher(look: Look) -> None:
    view = seen()
    low = type(view)(view.library, view.shown, view.axis, view.width, 60)
    assert Picture(low, load_theme("light")).size.height() > 160


def test_the_same_view_gives_the_same_file(look: Look) -> None:
    first, second = (Picture(seen(), load_theme("light")).svg() for _ in range(2))
    assert re.sub(rb"clip\d+", b"", first) == re.sub(rb"clip\d+", b"", second)

"""Who acted, and scales, in words."""

from msgspec.structs import replace

from r2p_app.content.library import Library
from r2p_app.content.model import Event
from r2p_app.ui.compare.words import scale_words, who_acted


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_scale_in_words() -> None:
    assert "215 days, about 7 months" in plain(scale_words(0, 215))


def test_what_was_done_is_headed_by_the_body_that_did_it(mini_library: Library) -> None:
    event = mini_library.get("ev-res-912", Event)
    assert who_acted(mini_library, replace(event, actors=("p-dallaire", "b-unsc"))) == "UN Security Council"
    assert who_acted(mini_library, replace(event, actors=("p-dallaire", "b-unknown"))) == "What was done"

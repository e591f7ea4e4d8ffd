import math

import pytest

from r2p_app.content import markup
from r2p_app.content.reading import WORDS_PER_MINUTE, minutes
from tests.content import packs


@pytest.mark.parametrize(
    ("words", "expected"),
    [(0, 1), (1, 1), (WORDS_PER_MINUTE, 1), (WORDS_PER_MINUTE + 1, 2), (WORDS_PER_MINUTE * 5, 5)],
)
def test_whole_minutes(words: int, expected: int) -> None:
    assert minutes("word " * words) == expected


def test_what_is_not_read_does_not_count() -> None:
    unread = "::: note\n[@a, pp. 3, 4, 5]\n:::\n{#anchor}\n" * 200
    assert minutes(unread) == 1
    assert minutes("[one](r2p://event/ev-one)[@a, p. 1] " * WORDS_PER_MINUTE) == 1


def test_the_quick_count_is_that_of_the_tree() -> None:
    body = packs.CHAPTER.split("---\n")[2] * 30
    words = markup.word_count(markup.parse(body.replace("{#", "{#x")).blocks)
    assert minutes(body) == math.ceil(words / WORDS_PER_MINUTE)

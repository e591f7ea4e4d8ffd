"""Words as they are compared: without case, accents, quotes, articles and punctuation, with numbers as digits.

`đ`, `ł`, `œ`, `ë` and other scripts are folded by `anyascii` ("Račak" and "Рачак" both become "racak").
"""

import re
import unicodedata
from typing import NamedTuple

from anyascii import anyascii

LONGEST = 200
"""Longer answers are not looked at."""

NEGATIONS = frozenset(
    ("not", "no", "non", "never", "none", "nothing", "without", "neither", "nor", "nobody", "nowhere")
)
_ARTICLES = frozenset(("the", "a", "an"))
_NUMBER_WORDS = {
    "zero": "0",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "thirteen": "13",
    "fourteen": "14",
    "fifteen": "15",
    "sixteen": "16",
    "seventeen": "17",
    "eighteen": "18",
    "nineteen": "19",
    "twenty": "20",
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
    "fifth": "5",
    "sixth": "6",
    "seventh": "7",
    "eighth": "8",
    "ninth": "9",
    "tenth": "10",
}
_ROMAN = re.compile(r"(?=[ivxlcdm])m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class Word(NamedTuple):
    """A folded word, and whether it was written in capitals throughout, as abbreviations are."""

    text: str
    is_acronym: bool = False

    @property
    def is_meaning(self) -> bool:
        """Tell whether it is a number or a negation, which no slip of typing may change."""
        return self.text in NEGATIONS or any(character.isdigit() for character in self.text)


def fold(text: str) -> tuple[Word, ...]:
    """Return the words of `text`; none for a text that is too long."""
    if len(text) > LONGEST:
        return ()
    plain = anyascii("".join(map(_visible, unicodedata.normalize("NFKC", text))))
    plain = re.sub(r"n't\b", " not", plain, flags=re.IGNORECASE)
    plain = re.sub(r"\bcannot\b", "can not", plain, flags=re.IGNORECASE)
    plain = re.sub(r"['\"`]|(?<=\d),(?=\d{3})|(?<!\d)\.|\.(?!\d)", "", plain.replace("&", " and "))
    words = re.sub(r"[^A-Za-z0-9.]", " ", plain).split()
    meant = [word for word in words if word.lower() not in _ARTICLES] or words
    return tuple(map(_word, meant))


def _visible(character: str) -> str:
    """Controls become spaces; marks of direction, joiners and pictures vanish."""
    category = unicodedata.category(character)
    if category in {"Cf", "Cs", "Cn", "Co", "So", "Sk"}:
        return ""
    return " " if category == "Cc" else character


def _word(word: str) -> Word:
    return Word(_as_digits(word.lower()), len(word) > 1 and word.isupper())


def _as_digits(word: str) -> str:
    if word in _NUMBER_WORDS:
        return _NUMBER_WORDS[word]
    if ordinal := re.fullmatch(r"(\d+)(st|nd|rd|th)", word):
        word = ordinal[1]
    if word.isdigit():
        return word.lstrip("0") or "0"
    return str(_roman_value(word)) if _ROMAN.fullmatch(word) else word


def _roman_value(word: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in word]
    return sum(-v if any(v < later for later in values[i + 1 : i + 2]) else v for i, v in enumerate(values))

"""Typographic care for texts written on a keyboard: dashes, quotation marks, spaces that must not break a line.

Only spaces, hyphens and quotation marks change; the number of characters never does, so that positions in a text stay.
"""

import re
from functools import lru_cache

_NBSP = "\N{NO-BREAK SPACE}"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_COUNTED = (
    "per cent|million|billion|people|troops|soldiers|states|members|votes|options|hours|minutes|days|weeks|months|"
    "years|km|kilometres|metres"
)
_PLACES = (
    "p\\.|pp\\.|para|paras|paragraph|paragraphs|article|art\\.|resolution|Resolution|Chapter|chapter|No\\.|Alternative"
)

_RULES = tuple(
    (needs, re.compile(pattern), replacement)
    for needs, pattern, replacement in (
        ("-", r"(?<![\d/.-])(\d{1,4})-(?=\d{1,4}(?![\d/-]))", "\\1\N{EN DASH}"),
        (" - ", r"(?<= )-(?= )", "\N{EN DASH}"),
        ("'", r"(?<=\w)'|'(?=\d0s)", "\N{RIGHT SINGLE QUOTATION MARK}"),
        ("'", r"(?:(?<=^)|(?<=[\s([“\N{EM DASH}\N{EN DASH}]))'", "\N{LEFT SINGLE QUOTATION MARK}"),
        ("'", r"'", "\N{RIGHT SINGLE QUOTATION MARK}"),
        ('"', r'(?:(?<=^)|(?<=[\s([‘\N{EM DASH}\N{EN DASH}]))"', "\N{LEFT DOUBLE QUOTATION MARK}"),
        ('"', r'"', "\N{RIGHT DOUBLE QUOTATION MARK}"),
        (" ", rf"(?<=\d) (?=(?:{_MONTHS}|{_COUNTED})\b)", _NBSP),
        (" ", rf"(?<![\w])({_PLACES}) (?=[\dIVX(])", rf"\1{_NBSP}"),
        (" \N{EN DASH}", r" (?=[\N{EN DASH}\N{EM DASH}] )", _NBSP),
    )
)
"""What a text must contain for a rule to apply (looking for that is far cheaper), the rule, and what it writes."""


@lru_cache(maxsize=4096)
def refine(text: str) -> str:
    """Return the text as a typesetter would write it; refining twice changes nothing more."""
    for needs, pattern, replacement in _RULES:
        if needs in text:
            text = pattern.sub(replacement, text)
    return text

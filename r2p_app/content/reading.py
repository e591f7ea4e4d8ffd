"""How long a chapter takes to read."""

import math
import re
from functools import lru_cache

WORDS_PER_MINUTE = 200

_NOT_READ = re.compile(
    r"\[@[^\]]{0,400}\]|\]\([^)\s]{0,400}\)|^:::.*$|\{#[^}\s]{0,100}\}|^[ \t]*(?:#{1,6}|[-*>]|[0-9]+\.)(?=[ \t])",
    re.MULTILINE,
)


@lru_cache(maxsize=256)
def minutes(body: str) -> int:
    """Return whole minutes, at least one, for the Markdown of a chapter; faster than parsing it."""
    return max(1, math.ceil(len(_NOT_READ.sub("", body).split()) / WORDS_PER_MINUTE))

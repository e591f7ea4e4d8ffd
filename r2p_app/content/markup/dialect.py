"""The Markdown we understand: a parser with only the rules we want, and two of our own."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.container import container_plugin

NOTE, CONTENT_NOTE, HATE_SPEECH = "note", "content-note", "hate-speech"
CONTAINERS = (NOTE, CONTENT_NOTE, HATE_SPEECH)
"""What may stand between `::: name` and `:::`."""

_BLOCK_RULES = ["blockquote", "heading", "hr", "list"]
_INLINE_RULES = ["emphasis", "escape", "image", "link", "newline"]
_INLINE_AFTER = ["balance_pairs", "emphasis", "fragments_join"]


def _anything(_link: str) -> bool:
    """Let every address through to us, so that the unwanted ones are reported instead of left as text."""
    return True


def _unchanged(link: str) -> str:
    return link


@cache
def parser() -> MarkdownIt:
    """Return the parser; it keeps no state between texts."""
    md = MarkdownIt("zero", {"html": False, "maxNesting": 20})
    md.enable(_BLOCK_RULES).enable(_INLINE_RULES)
    md.inline.ruler2.enableOnly(_INLINE_AFTER)
    md.validateLink = _anything  # type: ignore[method-assign,assignment]
    md.normalizeLink = _unchanged  # type: ignore[method-assign,assignment]
    md.inline.ruler.before("link", "citation", _citation)
    for name in CONTAINERS:
        md.use(container_plugin, name=name)
    return md


def _citation(state: StateInline, silent: bool) -> bool:
    """Read `[@source, locator; other]`."""
    if not state.src.startswith("[@", state.pos):
        return False
    end = state.src.find("]", state.pos, state.posMax)
    if end < 0:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = state.src[state.pos + 1 : end]
    state.pos = end + 1
    return True

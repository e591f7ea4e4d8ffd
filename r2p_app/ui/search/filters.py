"""Filters as people write them: `kind:people`, `kind:doc`, `case:Kosovo`; and what to say of those that fit nothing."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from r2p_app.content.kinds import BY_NAME
from r2p_app.content.library import Library
from r2p_app.search.passages import ORDER
from r2p_app.search.query import CASE, KIND, Query, parse, same_words
from r2p_app.ui.search.own import KIND as OWN
from r2p_app.ui.text import kind_label

translate = QCoreApplication.translate

_ALSO: Mapping[str, tuple[str, ...]] = {
    "actor": ("people", "body", "bodies"),
    "chapter": ("paragraph", "paragraphs"),
    OWN: ("notes", "highlights", "bookmarks"),
}
"""Other words for a kind, beside its name, its key in files and its label."""

Forms = Mapping[str, tuple[str, ...]]


def understood(typed: str, library: Library) -> Query:
    """Return what was asked, the values of filters as the index knows them; a value that fits nothing stays."""
    query = parse(typed)
    return replace(query, kinds=_meant(query.kinds, _kinds()), cases=_meant(query.cases, _cases(library)))


def filter_advice(typed: str, library: Library) -> str:
    """Say what can be written after a filter where there is nothing yet, or something that fits nothing; else ""."""
    query = parse(typed)
    for name, values, forms in ((KIND, query.kinds, _kinds()), (CASE, query.cases, _cases(library))):
        wrong = next((value for value in values if not _fitting(value, forms)), "")
        if wrong:
            unknown = translate("Palette", "Nothing is called %1.").replace("%1", f"{name}:{wrong}")
            return f"{unknown} {_offer(name, forms)}"
        if typed.rstrip().lower().endswith(f"{name}:"):
            return _offer(name, forms)
    return ""


def _offer(name: str, forms: Forms) -> str:
    offered = ", ".join(words[0] for words in forms.values())
    return translate("Palette", "After %1 you can write: %2.").replace("%1", f"{name}:").replace("%2", offered)


def _meant(values: tuple[str, ...], forms: Forms) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for value in values for name in _fitting(value, forms) or (value,)))


def _fitting(value: str, forms: Forms) -> tuple[str, ...]:
    """Return the names that are written so; or else those of which it is the beginning."""
    exact = tuple(name for name, words in forms.items() if any(same_words(value, word) for word in words))
    begun = (name for name, words in forms.items() if any(same_words(value, word, is_begun=True) for word in words))
    return exact or tuple(begun)


def _kinds() -> Forms:
    content = {name: (name, BY_NAME[name].key, kind_label(name), *_ALSO.get(name, ())) for name in ORDER}
    return {**content, "actor": ("person", *content["actor"]), OWN: (OWN, *_ALSO[OWN])}


def _cases(library: Library) -> Forms:
    return {case.id: (case.id, case.title) for case in library.cases}

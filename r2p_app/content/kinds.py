"""The table of content kinds: everything that differs between them, declared once.

A YAML file holds one kind, under the key in `key`. Routes, schemas, the reader and the library are derived from here.
"""

from typing import Any, NamedTuple

from r2p_app.content import model, teaching
from r2p_app.content.questions import Question


class Kind(NamedTuple):
    """One kind of content.

    `name` is the word in links (`r2p://event/…`), `key` the top-level key of its files, `type` its record type,
    `prefixes` the beginnings an id of this kind may have ("" allows any).
    """

    name: str
    key: str
    type: Any  # a Struct class, or the union of the question kinds
    prefixes: tuple[str, ...] = ("",)


CHAPTER = Kind("chapter", "chapters", model.Chapter)
"""Chapters are Markdown files with front matter, not YAML lists."""

CASE = Kind("case", "case", model.Case)
"""A case file holds one mapping, not a list."""

LIST_KINDS = (
    Kind("lane", "lanes", model.Lane, ("lane-",)),
    Kind("source", "sources", model.Source),
    Kind("actor", "actors", model.Actor, ("p-", "b-")),
    Kind("place", "places", model.Place, ("pl-",)),
    Kind("term", "terms", model.Term, ("t-",)),
    Kind("event", "events", model.Event, ("ev-",)),
    Kind("figure", "figures", model.Figure, ("fig-",)),
    Kind("series", "series", model.Series, ("ser-",)),
    Kind("movement", "movements", model.Movement, ("mv-",)),
    Kind("document", "documents", model.Document, ("doc-",)),
    Kind("objective", "objectives", teaching.Objective, ("o-",)),
    Kind("question", "questions", Question, ("q-",)),
    Kind("decision", "decisions", teaching.DecisionPoint, ("dp-",)),
    Kind("sequence", "sequences", teaching.Sequence, ("seq-",)),
    Kind("criterion", "criteria", teaching.CriterionReading, ("crit-",)),
    Kind("lens", "lens", teaching.LensEntry, ("lens-",)),
    Kind("misconception", "misconceptions", teaching.Misconception, ("mc-",)),
    Kind("comparison", "comparisons", teaching.Comparison, ("cmp-",)),
    Kind("guide", "guides", teaching.Guide, ("guide-",)),
    Kind("view", "views", teaching.View, ("view-",)),
    Kind("pairing", "pairings", teaching.Pairing, ("pair-",)),
    Kind("story", "stories", teaching.Story, ("story-",)),
    Kind("discussion", "discussions", teaching.Discussion, ("disc-",)),
    Kind("lesson", "lessons", teaching.Lesson, ("l-",)),
)

KINDS = (CASE, CHAPTER, *LIST_KINDS)
BY_NAME = {kind.name: kind for kind in KINDS}
BY_KEY = {kind.key: kind for kind in KINDS}

"""How a question and an answer travel to a phone and back.

Parts of a question are named by their place in the order shown. The ids of content stay here: an author may have called
the right option "right", and items to order stand in the file in their right order.
"""

from typing import Annotated

from msgspec import Meta, Struct

Place = Annotated[int, Meta(ge=0, le=99)]
Places = Annotated[tuple[Place, ...], Meta(max_length=20)]
Text = Annotated[str, Meta(max_length=200)]
Day = Annotated[int, Meta(ge=-4_000_000, le=4_000_000)]


class Form(Struct, frozen=True, tag_field="kind"):
    """What a phone asks for."""


class ChoiceForm(Form, frozen=True, tag="choice"):
    """One of several options, or any number of them."""

    options: tuple[str, ...]
    many: bool = False


class JudgementForm(Form, frozen=True, tag="judgement"):
    """True or false, and a reason where there are reasons."""

    reasons: tuple[str, ...]


class NumberForm(Form, frozen=True, tag="number"):
    """A number in a unit."""

    unit: str


class OrderForm(Form, frozen=True, tag="order"):
    """Items to be put in order."""

    items: tuple[str, ...]


class WordForm(Form, frozen=True, tag="word"):
    """A word or a phrase."""


class DayForm(Form, frozen=True, tag="day"):
    """A day between two others: days since 1970-01-01."""

    start: int
    end: int


AnyForm = ChoiceForm | JudgementForm | NumberForm | OrderForm | WordForm | DayForm


class Reply(Struct, frozen=True, tag_field="kind", forbid_unknown_fields=True):
    """An answer as a phone sends it."""


class ChoiceReply(Reply, frozen=True, tag="choice"):
    """The options chosen."""

    options: Places


class JudgementReply(Reply, frozen=True, tag="judgement"):
    """The judgement, and the reason."""

    value: bool
    reason: Place | None = None


class NumberReply(Reply, frozen=True, tag="number"):
    """The number as it was typed."""

    text: Text


class OrderReply(Reply, frozen=True, tag="order"):
    """The items, first to last."""

    items: Places


class WordReply(Reply, frozen=True, tag="word"):
    """What was typed."""

    text: Text


class DayReply(Reply, frozen=True, tag="day"):
    """The day chosen."""

    day: Day


AnyReply = ChoiceReply | JudgementReply | NumberReply | OrderReply | WordReply | DayReply

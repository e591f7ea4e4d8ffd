"""From the steps of a story to what the timeline shows, and to the links that open them."""

from typing import NamedTuple

from r2p_app.content.dates import parse
from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.teaching import Story
from r2p_app.timeline.filters import Filter
from r2p_app.timeline.ranges import write_range

PART = "story"

Query = tuple[tuple[str, str], ...]


class Step(NamedTuple):
    """A step of a story, by its number, counted from 1."""

    story: Story
    number: int

    @classmethod
    def of(cls, link: Link, library: Library) -> "Step | None":
        """Return the step that a link names, the nearest there is; None when it names no story of the library."""
        if link.parts[:1] != (PART,) or len(link.parts) < 2:
            return None
        story = library.find(link.parts[1], Story)
        number = int(link.parts[2]) if len(link.parts) > 2 and link.parts[2].isdecimal() else 1
        return None if story is None else cls(story, min(max(number, 1), len(story.steps)))

    @property
    def parts(self) -> tuple[str, ...]:
        """The path of the link that opens it."""
        return (PART, self.story.id, str(self.number))

    @property
    def query(self) -> Query:
        """The view that the author chose, as a link writes it."""
        step = self.story.steps[self.number - 1]
        days = write_range(parse(step.start).earliest, parse(step.end).latest + 1)
        lanes = Filter(lanes=frozenset(step.lanes) or None).to_query()
        return (*days, *lanes, *((("event", step.event),) if step.event else ()))


def step_link(story_id: str, number: int) -> str:
    """Return the link that opens a step of a story."""
    return str(Link("timeline", (PART, story_id, str(number))))

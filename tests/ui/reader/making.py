"""Chapters made by hand for the tests of reading."""

from msgspec.structs import replace

from r2p_app.content.library import Entry, Library
from r2p_app.content.model import Case, Chapter, Responsibility
from tests.ui import mini

LONG = " ".join(["The force commander wrote to New York about hidden arms and about lists of people in Kigali."] * 6)

BODY = f"""{LONG} [@un-inquiry-1999, p. 10]

::: note
**A note.** It stands [beside](r2p://event/ev-res-912) the first paragraph.
:::

[Roméo Dallaire](r2p://actor/p-dallaire) commanded [UNAMIR](r2p://term/t-unamir) [@un-inquiry-1999; un-res-912, para 8].
{LONG} {{#commander}}

## The answer {{#the-answer}}

{LONG}

![What the Council allowed](r2p://series/ser-unamir-strength)

::: content-note
The next part is about violence.
:::

- First point [@un-res-912]
- Second point

{LONG}

## After {{#after}}

> {LONG}

![](r2p://document/doc-res-912)

{LONG}

![](r2p://question/q-912)

{LONG} {{#last}}
"""

CHAPTER = Chapter(
    id="rwanda-long",
    title="A long chapter",
    summary="For tests.",
    content_note="Hard things are told.",
    check=("q-refused-raid",),
    responsibility=Responsibility.REACT,
    body=BODY,
    body_line=1,
)

SHORT = Chapter(
    id="rwanda-short", title="A short chapter", summary="For tests.", content_note="None.", body="One line.\n"
)

CASE = Case(
    id="long",
    title="Long",
    subtitle="A case for tests",
    period="1994",
    one_line="One line.",
    summary="A summary.",
    content_note="A note.",
    lane="lane-rwanda",
    chapters=("rwanda-long", "rwanda-short"),
)


def library(chapter: Chapter = CHAPTER) -> Library:
    """Return the small pack with a case of its own; `chapter` is its first."""
    own = [Entry(chapter.id, "chapter", "long", chapter), Entry(SHORT.id, "chapter", "long", SHORT)]
    return Library(mini.PACK, [*mini.entries(), Entry(CASE.id, "case", "long", CASE), *own])


def with_body(body: str) -> Chapter:
    """Return the long chapter with another text."""
    return replace(CHAPTER, body=body)


def moved_chapter() -> Chapter:
    """Return the long chapter as a later edition: a paragraph more at its beginning, a word more in the first."""
    return with_body("A new beginning. " + LONG.replace("wrote", "WROTE") + "\n\nThen. " + BODY)

"""The small pack with a guide that tells its two texts apart."""

from r2p_app.content.library import Entry, Library
from r2p_app.content.teaching import Guide, GuideChoice, GuideOutcome, GuideStep
from tests.ui import mini

SOURCES = ("un-inquiry-1999",)

GUIDE = Guide(
    id="guide-texts",
    title="Which text is it?",
    introduction="Two texts that are mixed up.",
    comparison="cmp-texts",
    steps=(
        GuideStep(
            row="row-force",
            question="Who wrote it?",
            choices=(
                GuideChoice(text="Experts", fits=("draft",)),
                GuideChoice(text="States", fits=("outcome",)),
            ),
        ),
        GuideStep(
            row="row-prevention",
            question="Is it law?",
            choices=(
                GuideChoice(text="In part", fits=("outcome",)),
                GuideChoice(text="No", fits=("draft",)),
            ),
            note="Lawyers differ.",
            sources=SOURCES,
        ),
        GuideStep(
            row="row-prevention",
            question="Does it name four crimes?",
            choices=(GuideChoice(text="Yes", fits=("outcome",)), GuideChoice(text="No", fits=("draft",))),
        ),
    ),
    outcomes=(
        GuideOutcome(
            column="draft",
            term="t-genocide",
            text="What experts wrote.",
            examples=("ev-cable-11-jan",),
            sources=SOURCES,
        ),
        GuideOutcome(
            column="outcome",
            term="t-genocide",
            text="What states agreed.",
            examples=("ev-res-912",),
            sources=SOURCES,
            contested="Some call it weak.",
        ),
    ),
)


def guided() -> Library:
    """Return the small pack with the guide."""
    return Library(mini.PACK, [*mini.entries(), Entry(GUIDE.id, "guide", "doctrine", GUIDE)])

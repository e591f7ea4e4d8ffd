"""Series made by hand for the tests of charts."""

from r2p_app.content.model import Series, SeriesKind, SeriesPoint, Status

STEP = Series(
    id="ser-step",
    title="Troops allowed",
    unit="people",
    kind=SeriesKind.STEP,
    points=(
        SeriesPoint(date="1993-10-05", value=2548, label="Resolution 872", note="In stages"),
        SeriesPoint(date="1994-04-21", value=270, label="Resolution 912"),
        SeriesPoint(date="1994-05-17", value=5500, label="Resolution 918"),
    ),
    status=Status.OFFICIAL_RECORD,
    sources=("un-res-912",),
    question="How many soldiers were allowed?",
    how_to_read="Each step is a decision.",
    limits="A ceiling is a permission.",
)

LINE = Series(
    id="ser-line",
    title="People present",
    unit="people",
    kind=SeriesKind.LINE,
    points=(
        SeriesPoint(date="1994-04-07", value=2519),
        SeriesPoint(date="1994-05", value=444),
        SeriesPoint(date="1994-06"),
        SeriesPoint(date="1994-07-25", low=500, high=550),
        SeriesPoint(date="1994-09", value=4000),
    ),
    status=Status.OFFICIAL_RECORD,
    sources=("un-inquiry-1999",),
)

RANGE = Series(
    id="ser-range",
    title="Estimates",
    unit="people",
    kind=SeriesKind.RANGE,
    points=(
        SeriesPoint(date="1994-04-29", value=200_000, note="Secretary-General"),
        SeriesPoint(date="1994-05-31", low=250_000, high=500_000, note="Report"),
        SeriesPoint(date="2002", note="No figure was published"),
    ),
    status=Status.SCHOLARSHIP,
    sources=("un-inquiry-1999",),
)

BAR = Series(
    id="ser-bar",
    title="Refugees",
    unit="people",
    kind=SeriesKind.BAR,
    points=(
        SeriesPoint(date="1994-08", value=1_200_000, note="Zaire"),
        SeriesPoint(date="1994-08", value=10_000, note="Uganda"),
    ),
    status=Status.OFFICIAL_RECORD,
    sources=("un-inquiry-1999",),
)

ALL = (STEP, LINE, RANGE, BAR)


def plain(text: str) -> str:
    """Return a text with ordinary spaces, to compare with."""
    return text.replace("\N{NO-BREAK SPACE}", " ")

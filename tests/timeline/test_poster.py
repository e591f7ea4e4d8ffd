from itertools import combinations

from hypothesis import assume, given
from hypothesis import strategies as st

from r2p_app.timeline.poster import Block, Grid, Spacing, Want, label_left, place

SPACING = Spacing(line=10, radius=3, gap=2)

grids = st.builds(
    Grid,
    columns=st.integers(1, 5),
    width=st.integers(200, 600),
    height=st.integers(120, 400),
    overlap=st.integers(0, 30),
    axis=st.just(20.0),
)


@st.composite
def wants(draw: st.DrawFn, grid: Grid) -> list[Want]:
    made: list[Want] = []
    for number in range(draw(st.integers(1, 25))):
        mark = draw(st.floats(SPACING.radius, grid.total_width - SPACING.radius))
        end = draw(st.floats(mark, grid.total_width))
        bar = (mark - SPACING.radius, end) if draw(st.booleans()) and end > mark else None
        width = draw(st.floats(10, SPACING.widest(grid)))
        made.append(Want(number, mark, bar, width, draw(st.integers(1, 4))))
    return made


@st.composite
def posters(draw: st.DrawFn) -> tuple[Grid, list[Want], float]:
    grid = draw(grids)
    return grid, draw(wants(grid)), draw(st.floats(0, 900))


def label_box(block: Block) -> tuple[float, float, float, float]:
    return (
        block.label,
        block.top,
        block.label + block.want.width,
        block.top + block.want.lines * SPACING.line,
    )


def first_line(block: Block) -> tuple[float, float, float, float]:
    want = block.want
    ends = (want.mark - SPACING.radius, want.mark + SPACING.radius, *(want.bar or ()))
    return min(ends), block.top, max(ends), block.top + SPACING.line


def is_on_one_sheet(grid: Grid, box: tuple[float, float, float, float]) -> bool:
    row = grid.row(box[1])
    return grid.holds(box[0], box[2]) and box[3] <= grid.top(row) + grid.height + 1e-6


@given(posters())
def test_no_label_is_cut_by_the_edge_of_a_sheet(made: tuple[Grid, list[Want], float]) -> None:
    grid, wanted, top = made
    blocks, _ = place(grid, SPACING, wanted, top)
    assert sorted(block.want.event for block in blocks) == list(range(len(wanted)))
    assert all(is_on_one_sheet(grid, label_box(block)) for block in blocks)


@given(posters())
def test_nothing_stands_on_something_else_or_on_the_calendar(made: tuple[Grid, list[Want], float]) -> None:
    grid, wanted, top = made
    blocks, end = place(grid, SPACING, wanted, top)
    for one, other in combinations(blocks, 2):
        for mine in (label_box(one), first_line(one)):
            for theirs in (label_box(other), first_line(other)):
                apart = (
                    mine[2] <= theirs[0]
                    or theirs[2] <= mine[0]
                    or mine[3] <= theirs[1] + 1e-6
                    or theirs[3] <= mine[1] + 1e-6
                )
                assert apart
    for block in blocks:
        row = grid.row(block.top)
        assert row == 0 or block.top >= grid.top(row) + grid.axis - 1e-6
        assert top <= block.top < end


@given(grids, st.floats(0, 900), st.floats(5, 90))
def test_what_fits_on_a_sheet_is_not_cut(grid: Grid, y: float, height: float) -> None:
    assume(height <= grid.height - grid.overlap - grid.axis)
    top = grid.fit(y, height)
    assert y <= top
    assert top + height <= grid.top(grid.row(top) + 1) + 1e-5


def test_a_label_goes_left_where_the_sheet_ends() -> None:
    grid = Grid(columns=2, width=300, height=200, overlap=20, axis=20)
    in_the_middle = Want(0, 100, None, 120, 1)
    at_the_edge = Want(1, 250, None, 120, 1)
    in_the_overlap = Want(2, 290, None, 120, 1)
    assert label_left(grid, SPACING, in_the_middle) == 105
    assert label_left(grid, SPACING, at_the_edge) == 125
    assert label_left(grid, SPACING, in_the_overlap) == 295


def test_a_label_longer_than_a_sheet_is_placed_all_the_same() -> None:
    grid = Grid(columns=1, width=300, height=100, overlap=0, axis=20)
    blocks, end = place(grid, SPACING, [Want(0, 50, None, 100, 30)], 40)
    assert len(blocks) == 1
    assert end > 300

import pytest

from tests.content.conftest import Check

SEAT = "Ambassador of an elected member of the Security Council"


@pytest.mark.parametrize(
    "seat",
    [
        "A refugee in Goma",
        "Survivor of the attack",
        "A soldier at a roadblock",
        "Leader of the Interahamwe",
        "Commander of a local militia",
        "A militia leader",
        "Member of the presidential guard",
        "Young rebel from the north",
        "Prisoner in a camp",
        "KFOR commander, with few police and many tasks",
        "Somebody in Skopje",
    ],
)
def test_seats_no_learner_takes(check: Check, seat: str) -> None:
    (problem,) = check("cases/alpha/decisions.yaml", SEAT, f'"{seat}"')
    assert problem.code == "seat"


@pytest.mark.parametrize(
    "seat",
    [
        "Adviser to a minister in Skopje, with the UN refugee agency on the telephone",
        "Adviser to the UN High Commissioner for Refugees",
        "Adviser to the fund for survivors",
        "Delegation of a Council member with soldiers in UNPROFOR",
        "Journalist checking reports of killings by militia",
        "Analyst at the court that tries war criminals",
    ],
)
def test_seats_of_institutions(check: Check, seat: str) -> None:
    assert check("cases/alpha/decisions.yaml", SEAT, f'"{seat}"') == ()


FIGURES = "cases/alpha/figures.yaml"
RANGE = "  low: 500000\n  high: 800000\n"


def test_a_toll_is_a_range(check: Check) -> None:
    (problem,) = check(FIGURES, RANGE, "  value: 500000\n")
    assert (problem.code, problem.line) == ("toll-range", 15)


def test_or_says_why_one_figure_is_enough(check: Check) -> None:
    assert check(FIGURES, RANGE, "  value: 10\n  single_because: Each is known by name.\n") == ()


def test_who_counts_the_dead_says_so(check: Check) -> None:
    (problem,) = check(FIGURES, "  toll: true\n", "")
    assert problem.code == "toll-unmarked"


def test_a_toll_without_source(check: Check) -> None:
    (problem,) = check(FIGURES, "sources: [report-1999, book-2001]", "sources: []")
    assert problem.code == "source-missing"

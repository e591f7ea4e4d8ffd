from datetime import date

import pytest

from r2p_app.maps.names import Name, Names
from r2p_app.paths import resources_dir

NAMES = Names.read(resources_dir() / "maps" / "names.toml")


@pytest.mark.parametrize(
    ("key", "day", "name"),
    [
        ("Dem. Rep. Congo", date(1994, 7, 14), Name("Zaire", "DR Congo")),
        ("Dem. Rep. Congo", date(1997, 5, 17), Name("DR Congo")),
        ("Dem. Rep. Congo", None, Name("DR Congo")),
        ("Dem. Rep. Congo", date(1959, 11, 1), Name("Belgian Congo", "DR Congo")),
        ("Rwanda", date(1994, 7, 14), Name("Rwanda")),
        ("Rwanda", date(1959, 11, 1), Name("Ruanda-Urundi", "Rwanda and Burundi")),
        ("Burundi", date(1959, 11, 1), None),
        ("Sudan", date(2005, 3, 31), Name("Sudan", "Sudan and South Sudan")),
        ("S. Sudan", date(2012, 1, 1), Name("South Sudan")),
        ("Russia", date(1948, 12, 9), Name("Soviet Union", "several states")),
        ("Estonia", date(1991, 10, 1), Name("Estonia")),
        ("Bangladesh", date(1971, 6, 1), None),
        ("Serbia", date(1995, 7, 11), Name("FR Yugoslavia", "Serbia and Montenegro")),
        ("Montenegro", date(1995, 7, 11), None),
        ("Bosnia and Herz.", date(1995, 7, 11), Name("Bosnia and Herzegovina")),
        ("Bosnia and Herz.", date(1980, 5, 4), Name("Yugoslavia", "several states")),
        ("Slovenia", date(1980, 5, 4), None),
        ("Slovenia", date(1991, 6, 25), Name("Slovenia")),
        ("Kosovo", date(1999, 3, 24), Name("Kosovo")),
        ("Macedonia", date(1991, 7, 1), None),
        ("Macedonia", date(1999, 6, 9), Name("Macedonia", "North Macedonia")),
        ("Macedonia", date(2020, 1, 1), Name("North Macedonia")),
    ],
)
def test_states_are_named_as_of_the_day(key: str, day: date | None, name: Name | None) -> None:
    found = NAMES.at(key, day)
    assert (found and found[:2]) == (name and name[:2])


def test_a_name_of_several_countries_may_be_written_in_each() -> None:
    found = NAMES.at("Serbia", date(1995, 7, 11))
    assert found is not None
    assert found.over == ("Serbia", "Montenegro")


def test_no_two_names_hold_for_a_country_on_one_day() -> None:
    for one in NAMES.periods:
        assert one.from_ < one.until
        assert (one.at or one.of[0]) in one.of
        others = (other for other in NAMES.periods if other is not one and set(other.of) & set(one.of))
        assert not [other for other in others if other.from_ < one.until and one.from_ < other.until]

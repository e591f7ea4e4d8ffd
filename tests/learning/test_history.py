"""Days and weeks with their gaps."""

from datetime import date

from r2p_app.learning.history import Spell, daily, weekly

SATURDAY = date(2026, 3, 14)
SPELLS = (Spell(date(2026, 3, 8), 1, 0, 2, 30.0), Spell(date(2026, 3, 9), 2, 1, 0, 60.0), Spell(SATURDAY, 1))


def test_days_without_answers_stand_among_the_others() -> None:
    days = daily(SPELLS, SATURDAY, 7)
    assert [(spell.day.day, spell.answers) for spell in days] == [
        (8, 3), (9, 3), (10, 0), (11, 0), (12, 0), (13, 0), (14, 1),
    ]  # fmt: skip


def test_weeks_begin_on_mondays() -> None:
    weeks = weekly(SPELLS, SATURDAY, 3)
    assert [(spell.day, spell.right, spell.partly, spell.wrong) for spell in weeks] == [
        (date(2026, 2, 23), 0, 0, 0),
        (date(2026, 3, 2), 1, 0, 2),
        (date(2026, 3, 9), 3, 1, 0),
    ]
    assert weeks[2].minutes == 1.0

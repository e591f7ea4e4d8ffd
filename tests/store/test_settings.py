from typing import Any

import pytest

from r2p_app.store import Store
from r2p_app.store.settings import ASK_CONFIDENCE, DAILY_LIMIT, DAY_BOUNDARY, DESIRED_RETENTION, SETTINGS, Setting


def test_keys_are_declared_once() -> None:
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_default_fits_its_own_declaration_and_has_words(setting: Setting[Any]) -> None:
    assert setting.parse(setting.default) == setting.default
    assert setting.title
    assert setting.description.endswith(".")


def test_a_setting_has_its_default_until_chosen_and_again_after_reset(store: Store) -> None:
    assert store.settings.get(DAILY_LIMIT) == 30
    store.settings.set(DAILY_LIMIT, 12)
    store.settings.set(DAILY_LIMIT, 13)
    store.settings.set(ASK_CONFIDENCE, False)
    assert (store.settings.get(DAILY_LIMIT), store.settings.get(ASK_CONFIDENCE)) == (13, False)
    store.settings.reset(DAILY_LIMIT)
    assert store.settings.get(DAILY_LIMIT) == 30


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (DAY_BOUNDARY, 24),
        (DAY_BOUNDARY, -1),
        (DAY_BOUNDARY, True),
        (DESIRED_RETENTION, 0.5),
        (DESIRED_RETENTION, float("nan")),
        (ASK_CONFIDENCE, 1),
        (DAILY_LIMIT, "30"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(store: Store, setting: Setting[Any], value: object) -> None:
    with pytest.raises(ValueError):
        store.settings.set(setting, value)
    assert store.settings.get(setting) == setting.default


@pytest.mark.parametrize("text", ['"many"', "700", "not json", "null", "[[["])
def test_a_stored_value_that_no_longer_fits_counts_as_not_chosen(store: Store, text: str) -> None:
    with store.transaction() as connection:
        connection.execute("INSERT INTO setting (key, value) VALUES (?, ?)", (DAILY_LIMIT.key, text))
    assert store.settings.get(DAILY_LIMIT) == DAILY_LIMIT.default

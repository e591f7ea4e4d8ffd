from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.store import Store
from r2p_app.store.errors import FileMissing, InvalidName, Locked, NameTaken, ProfileMoved
from r2p_app.store.files import exclusive
from r2p_app.store.profiles import Profiles, folder_name
from tests.store.sample import NOON, FakeClock


@pytest.fixture
def profiles(tmp_path: Path, clock: FakeClock) -> Profiles:
    return Profiles(tmp_path / "data" / "profiles", now=clock)


def names(profiles: Profiles) -> list[str]:
    return [profile.name for profile in profiles.all()]


def test_there_are_none_before_the_first_start(profiles: Profiles) -> None:
    assert profiles.all() == ()
    assert profiles.find("Learner") is None
    assert not profiles.root.exists()


def test_the_first_start_makes_the_learner_and_later_ones_find_it(profiles: Profiles) -> None:
    first = profiles.default()
    assert (first.name, first.directory, first.created_at) == ("Learner", profiles.root / "learner", NOON)
    assert profiles.default() == first
    assert profiles.all() == (first,)


def test_the_default_is_another_one_once_the_learner_was_renamed(profiles: Profiles) -> None:
    renamed = profiles.rename(profiles.default(), "Ada")
    assert profiles.default() == renamed


def test_profiles_are_listed_by_name(profiles: Profiles) -> None:
    for name in ("Zoë", "ana", "Đurđa", "Bela"):
        profiles.create(name)
    assert names(profiles) == ["ana", "Bela", "Zoë", "Đurđa"]


@pytest.mark.parametrize("same", ["zoë", "ZOË", "Zoe\u0308", "  Zoë ", "Ｚoë"])
def test_a_name_is_found_however_it_is_typed_and_taken_for_others(profiles: Profiles, same: str) -> None:
    zoe = profiles.create("Zoë")
    assert profiles.find(same.strip()) == zoe
    with pytest.raises(NameTaken):
        profiles.create(same)


@pytest.mark.parametrize("name", ["", "   ", "\n\t", "\x00\x07", "\u202e", "\u200d\u200c", "x" * 81, "\ud800"])
def test_a_name_that_nobody_can_read_is_refused(profiles: Profiles, name: str) -> None:
    with pytest.raises(InvalidName):
        profiles.create(name)
    assert profiles.all() == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ada \n Lovelace ", "Ada Lovelace"),
        ("A\x00d\u202ea", "Ada"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("x" * 80, "x" * 80),
    ],
)
def test_a_name_is_kept_on_one_line_without_invisible_characters(profiles: Profiles, typed: str, kept: str) -> None:
    profiles.create(typed)
    assert names(profiles) == [kept]


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Learner", "learner"),
        ("Ada Lovelace", "ada-lovelace"),
        ("Đurđević", "đurđević"),
        ("Straße", "strasse"),
        ("हिन्दी", "हिन्दी"),
        ("小林", "小林"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "c-windows"),
        (".hidden", "hidden"),
        ("trailing.", "trailing"),
        ("?*<>|", "profile"),
        ("🙂", "profile"),
        ("CON", "con-profile"),
        ("com1", "com1-profile"),
        ("LPT²", "lpt2-profile"),
        ("nul.txt", "nul-txt"),
        ("console", "console"),
        ("a" * 80, "a" * 40),
    ],
)
def test_folder_names_are_safe_on_every_platform(name: str, folder: str) -> None:
    assert folder_name(name) == folder


@given(st.text(max_size=100))
def test_no_name_makes_an_unsafe_folder(name: str) -> None:
    folder = folder_name(name)
    assert folder
    assert folder.strip(". ") == folder
    assert not set(folder) & set('<>:"/\\|?*\0\n')
    assert len(folder.encode()) <= 255
    assert Path(folder).name == folder


def test_names_with_one_folder_name_get_folders_of_their_own(profiles: Profiles) -> None:
    folders = [profiles.create(name).directory.name for name in ("a b", "a-b", "A.B")]
    assert folders == ["a-b", "a-b-2", "a-b-3"]


def test_renaming_keeps_the_folder_and_the_open_window(profiles: Profiles) -> None:
    profile = profiles.create("Ada")
    with Store.open(profile.directory) as store:
        renamed = profiles.rename(profile, "Grace")
        store.reading.leave("r2p://home")
    assert (renamed.name, renamed.directory, renamed.created_at) == ("Grace", profile.directory, profile.created_at)
    assert profiles.all() == (renamed,)


def test_renaming_to_a_name_in_use_is_refused_but_not_to_another_spelling_of_its_own(profiles: Profiles) -> None:
    ada = profiles.create("Ada")
    profiles.create("Grace")
    with pytest.raises(NameTaken):
        profiles.rename(ada, "GRACE")
    assert profiles.rename(ada, "ADA").name == "ADA"


def test_renaming_what_was_erased_is_refused(profiles: Profiles) -> None:
    ada = profiles.create("Ada")
    profiles.erase(ada)
    with pytest.raises(FileMissing):
        profiles.rename(ada, "Grace")


def test_erasing_can_be_undone(profiles: Profiles) -> None:
    profile = profiles.create("Ada")
    with Store.open(profile.directory) as store:
        store.reading.leave("r2p://timeline")
    erased = profiles.erase(profile)
    assert profiles.all() == ()
    assert profiles.restore(erased) == profile
    with Store.open(profile.directory) as store:
        assert store.reading.last_place() is not None


def test_a_window_open_on_an_erased_profile_saves_nothing_until_it_is_restored(profiles: Profiles) -> None:
    profile = profiles.create("Ada")
    with Store.open(profile.directory) as store:
        erased = profiles.erase(profile)
        with pytest.raises(ProfileMoved):
            store.reading.leave("r2p://timeline")
        profiles.restore(erased)
        store.reading.leave("r2p://timeline")
        assert store.reading.last_place() is not None


def test_a_profile_whose_name_was_taken_meanwhile_comes_back_under_a_similar_one(profiles: Profiles) -> None:
    erased = profiles.erase(profiles.create("Ada"))
    profiles.create("Ada")
    restored = profiles.restore(erased)
    assert (restored.name, restored.directory.name) == ("Ada (2)", "ada-2")


def test_two_erased_profiles_of_one_name_keep_apart(profiles: Profiles) -> None:
    erased = [profiles.erase(profiles.create("Ada")) for _time in range(2)]
    assert [profiles.restore(entry).name for entry in erased] == ["Ada", "Ada (2)"]


def test_after_purging_nothing_comes_back(profiles: Profiles) -> None:
    erased = profiles.erase(profiles.create("Ada"))
    half_made = profiles.root / ".new-0123"
    half_made.mkdir()
    profiles.purge()
    assert not erased.trash.exists()
    assert not half_made.exists()
    with pytest.raises(FileMissing):
        profiles.restore(erased)
    assert profiles.all() == ()


def test_purging_before_the_first_start_is_harmless(profiles: Profiles) -> None:
    profiles.purge()
    assert profiles.all() == ()


@pytest.mark.parametrize(
    "card", [b"", b"{", b"[]", b'{"name": 5}', b'{"name": "", "created_at": "2026-01-01T00:00:00"}']
)
def test_a_damaged_card_costs_the_name_only(profiles: Profiles, card: bytes) -> None:
    profile = profiles.create("Ada")
    Store.open(profile.directory).close()
    (profile.directory / "profile.json").write_bytes(card)
    (found,) = profiles.all()
    assert (found.name, found.directory) == ("ada", profile.directory)
    assert found.created_at.tzinfo is not None
    assert profiles.rename(found, "Ada").name == "Ada"


def test_folders_that_are_no_profiles_are_not_listed(profiles: Profiles) -> None:
    profiles.default()
    (profiles.root / "holiday").mkdir()
    (profiles.root / ".hidden").mkdir()
    (profiles.root / "notes.txt").write_text("")
    assert names(profiles) == ["Learner"]


def test_two_programs_never_change_the_list_at_once(profiles: Profiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("r2p_app.store.files._LOCK_SECONDS", 0)
    with exclusive(profiles.root), pytest.raises(Locked):
        profiles.create("Ada")
    assert profiles.create("Ada").name == "Ada"


def test_a_card_that_cannot_be_written_leaves_no_half_profile(
    profiles: Profiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    profiles.default()

    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("r2p_app.store.files.sync_file", full)
    with pytest.raises(Exception, match="disk is full"):
        profiles.create("Ada")
    assert names(profiles) == ["Learner"]
    assert sorted(path.name for path in profiles.root.iterdir()) == [".lock", "learner"]


def test_a_clock_set_back_before_the_first_start_is_harmless(tmp_path: Path) -> None:
    early = Profiles(tmp_path, now=FakeClock(datetime(1970, 1, 1, tzinfo=UTC) - timedelta(days=1)))
    profile = early.default()
    with Store.open(profile.directory, now=FakeClock(profile.created_at)) as store:
        store.reading.leave("r2p://home")
        assert store.backup_fault is None
    assert early.all() == (profile,)

import hashlib
import io
import os
import random
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from r2p_app.learning.attempts import Mode, Run
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions.short_answer import Written
from r2p_app.store import Store
from r2p_app.store.belongings import LESSONS
from r2p_app.store.connection import connect
from r2p_app.store.database import DATABASE
from r2p_app.store.errors import (
    DamagedExport,
    FileMissing,
    NewerExport,
    NotAProfileFile,
    StoreError,
    TooLarge,
)
from r2p_app.store.profiles import Profile, Profiles
from r2p_app.store.transfer import SUFFIX, Manifest, export_profile, import_profile
from tests.store.sample import FakeClock, a_run, an_attempt, answer_run
from tests.store.saved import describe, fill


@pytest.fixture
def profiles(tmp_path: Path, clock: FakeClock) -> Profiles:
    return Profiles(tmp_path / "profiles", now=clock)


@pytest.fixture
def profile(profiles: Profiles, clock: FakeClock) -> Profile:
    created = profiles.create("Ada")
    with Store.open(created.directory, now=clock) as store:
        fill(store, clock)
    return created


@pytest.fixture
def exported(profile: Profile, tmp_path: Path, clock: FakeClock) -> Path:
    target = tmp_path / f"ada{SUFFIX}"
    export_profile(profile, target, now=clock)
    return target


def read(profile: Profile) -> dict[str, object]:
    with Store.open(profile.directory, now=FakeClock()) as store:
        assert store.recovery is None
        return describe(store)


def test_an_export_is_imported_beside_its_original(exported: Path, profile: Profile, profiles: Profiles) -> None:
    imported = import_profile(exported, profiles)
    assert (imported.name, imported.created_at) == ("Ada (2)", profile.created_at)
    assert read(imported) == read(profile)
    assert profiles.all() == (profile, imported)


def test_a_teachers_own_lessons_are_carried_as_they_are(
    profile: Profile, profiles: Profiles, tmp_path: Path, clock: FakeClock
) -> None:
    folder = profile.directory / LESSONS
    (folder / ".trash").mkdir(parents=True)
    (folder / "l-own-warnings.yaml").write_bytes(b"lessons: []\n")
    (folder / "broken.yaml").write_bytes(b"lessons: [\xff")
    (folder / ".trash" / "put-away.yaml").write_bytes(b"lessons: []\n")
    target = tmp_path / f"ada{SUFFIX}"
    export_profile(profile, target, now=clock)
    imported = import_profile(target, profiles)
    kept = {path.name: path.read_bytes() for path in (imported.directory / LESSONS).iterdir()}
    assert kept == {"l-own-warnings.yaml": b"lessons: []\n", "broken.yaml": b"lessons: [\xff"}


@pytest.mark.skipif(os.name != "posix", reason="other systems refuse these names themselves")
def test_a_lesson_whose_name_some_systems_refuse_is_carried_under_a_plain_one(
    profile: Profile, profiles: Profiles, tmp_path: Path
) -> None:
    folder = profile.directory / LESSONS
    folder.mkdir()
    for name in ("con.yaml", 'what: "why".yaml', "what- -why-.yaml", "-.yaml"):
        (folder / name).write_bytes(name.encode())
    target = tmp_path / f"ada{SUFFIX}"
    export_profile(profile, target)
    imported = import_profile(target, profiles)
    kept = {path.read_bytes().decode(): path.name for path in (imported.directory / LESSONS).iterdir()}
    assert kept == {
        "con.yaml": "lcon.yaml",
        'what: "why".yaml': "what- -why--2.yaml",
        "what- -why-.yaml": "what- -why-.yaml",
        "-.yaml": "l-.yaml",
    }


def test_an_export_of_the_first_format_has_no_lessons_and_is_imported(
    exported: Path, profile: Profile, profiles: Profiles
) -> None:
    exported.write_bytes(packed_with(exported))
    imported = import_profile(exported, profiles)
    assert read(imported) == read(profile)
    assert not (imported.directory / LESSONS).exists()


def test_an_export_says_what_it_is(exported: Path, clock: FakeClock) -> None:
    with zipfile.ZipFile(exported) as archive:
        manifest = msgspec.json.decode(archive.read("manifest.json"), type=Manifest)
        database = archive.read(DATABASE)
    assert (manifest.format, manifest.name, manifest.exported_at) == (2, "Ada", clock())
    assert (manifest.size, manifest.sha256) == (len(database), hashlib.sha256(database).hexdigest())


def test_a_profile_in_use_is_exported_with_its_last_answer(profiles: Profiles, tmp_path: Path) -> None:
    profile = profiles.default()
    with Store.open(profile.directory) as store:
        given_answers = answer_run(store, a_run())
        export_profile(profile, tmp_path / "out")
        store.reading.leave("r2p://home")
    with Store.open(import_profile(tmp_path / "out", profiles).directory) as store:
        assert store.attempts.attempts("run-1") == given_answers
        assert store.reading.last_place() is None


def test_exporting_leaves_nothing_but_the_file(exported: Path, profile: Profile, tmp_path: Path) -> None:
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ada.r2pprofile", "profiles"]
    assert not list(profile.directory.glob(".*export*"))


def test_a_clock_before_1980_does_not_stop_an_export(profile: Profile, profiles: Profiles, tmp_path: Path) -> None:
    export_profile(profile, tmp_path / "early", now=FakeClock(datetime(1970, 1, 1, tzinfo=UTC)))
    assert import_profile(tmp_path / "early", profiles).name == "Ada (2)"


class CancelledError(Exception):
    pass


def cancel(_share: float) -> None:
    raise CancelledError


def test_progress_runs_to_the_end(profile: Profile, profiles: Profiles, tmp_path: Path) -> None:
    shares: list[float] = []
    export_profile(profile, tmp_path / "out", progress=shares.append)
    import_profile(tmp_path / "out", profiles, progress=shares.append)
    assert shares == [1.0, 1.0]


def test_a_cancelled_export_leaves_the_old_file(exported: Path, profile: Profile, tmp_path: Path) -> None:
    before = exported.read_bytes()
    with pytest.raises(CancelledError):
        export_profile(profile, exported, progress=cancel)
    assert exported.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ada.r2pprofile", "profiles"]


def test_a_cancelled_import_leaves_nothing(exported: Path, profile: Profile, profiles: Profiles) -> None:
    with pytest.raises(CancelledError):
        import_profile(exported, profiles, progress=cancel)
    assert_nothing_imported(profiles, profile)


def test_exporting_to_a_folder_that_is_not_there_says_so(profile: Profile, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        export_profile(profile, tmp_path / "gone" / "ada.r2pprofile")


def test_importing_a_file_that_is_not_there_says_so(profiles: Profiles, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        import_profile(tmp_path / "gone.r2pprofile", profiles)


def assert_nothing_imported(profiles: Profiles, profile: Profile) -> None:
    assert profiles.all() == (profile,)
    assert sorted(path.name for path in profiles.root.iterdir()) == [".lock", profile.directory.name]


# Files that were altered: each function takes the parts of a good one and writes a bad one.


def parts(exported: Path) -> tuple[dict[str, Any], bytes]:
    """Return manifest and database as format 1 had them: the lessons are tried apart."""
    with zipfile.ZipFile(exported) as archive:
        manifest = msgspec.json.decode(archive.read("manifest.json"))
        return manifest | {"format": 1, "lessons": ""}, archive.read(DATABASE)


def packed(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return file.getvalue()


def with_manifest(text: bytes) -> bytes:
    return packed(("manifest.json", text), (DATABASE, b""))


def packed_with(exported: Path, **changes: object) -> bytes:
    manifest, database = parts(exported)
    return packed(("manifest.json", msgspec.json.encode(manifest | changes)), (DATABASE, database))


def with_database(exported: Path, database: bytes) -> bytes:
    """Pack another database, with a manifest that agrees with it."""
    manifest, _database = parts(exported)
    manifest |= {"size": len(database), "sha256": hashlib.sha256(database).hexdigest()}
    return packed(("manifest.json", msgspec.json.encode(manifest)), (DATABASE, database))


def with_sql(exported: Path, sql: str) -> bytes:
    """Pack the database as changed by one statement."""
    scratch = exported.with_name("scratch.sqlite3")
    scratch.write_bytes(parts(exported)[1])
    with closing(connect(scratch)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(sql)
    return with_database(exported, scratch.read_bytes())


def with_a_path(exported: Path) -> bytes:
    manifest, database = parts(exported)
    return packed(("manifest.json", msgspec.json.encode(manifest)), (f"../../{DATABASE}", database))


def with_a_third_file(exported: Path) -> bytes:
    manifest, database = parts(exported)
    entries = ("manifest.json", msgspec.json.encode(manifest)), (DATABASE, database), ("../../.bashrc", b"rm -r ~")
    return packed(*entries)


def with_a_name_twice(exported: Path) -> bytes:
    data = bytearray(packed(("manifest.json", b"{}"), ("manifest.jsoN", b"{}")))
    return bytes(data).replace(b"manifest.jsoN", b"manifest.json")


def encrypted(exported: Path) -> bytes:
    data = bytearray(exported.read_bytes())
    for at in (data.find(b"PK\1\2"), data.rfind(b"PK\1\2")):
        data[at + 8] |= 1
    return bytes(data)


def by_an_unused_method(exported: Path) -> bytes:
    manifest, database = parts(exported)
    entries = ("manifest.json", msgspec.json.encode(manifest)), (DATABASE, database)
    return packed(*entries, method=zipfile.ZIP_LZMA)


def a_bomb(exported: Path) -> bytes:
    """A gigabyte of zeros in a megabyte, honestly declared; the table says so, and that is all we read."""
    manifest, _database = parts(exported)
    data = bytearray(packed(("manifest.json", msgspec.json.encode(manifest)), (DATABASE, bytes(1000))))
    at = data.rfind(b"PK\1\2")
    data[at + 24 : at + 28] = (2**30).to_bytes(4, "little")
    return bytes(data)


def with_lessons(exported: Path, text: bytes, **changes: object) -> bytes:
    """Pack these lessons, with a manifest that agrees with them unless told otherwise."""
    manifest, database = parts(exported)
    manifest |= {"format": 2, "lessons": hashlib.sha256(text).hexdigest(), **changes}
    return packed(("manifest.json", msgspec.json.encode(manifest)), (DATABASE, database), ("lessons.json", text))


TRIGGER = "CREATE TRIGGER t AFTER INSERT ON run BEGIN DELETE FROM attempt; END"
HOSTILE: list[tuple[str, type[StoreError], Callable[[Path], bytes]]] = [
    ("empty", NotAProfileFile, lambda _exported: b""),
    ("text", NotAProfileFile, lambda _exported: b"Dear diary, " * 100),
    ("other zip", NotAProfileFile, lambda _exported: packed(("a", b"1"), ("b", b"2"))),
    ("path", NotAProfileFile, with_a_path),
    ("third file", NotAProfileFile, with_a_third_file),
    ("name twice", NotAProfileFile, with_a_name_twice),
    ("encrypted", NotAProfileFile, encrypted),
    ("unused method", NotAProfileFile, by_an_unused_method),
    ("data in front", NotAProfileFile, lambda exported: b"MZ" + exported.read_bytes()),
    ("bomb", TooLarge, a_bomb),
    ("large manifest", TooLarge, lambda _exported: with_manifest(b" " * 2**17)),
    ("deep manifest", DamagedExport, lambda _exported: with_manifest(b'{"x":' + b"[" * 30_000)),
    ("cut short", NotAProfileFile, lambda exported: exported.read_bytes()[:-100]),
    ("incomplete manifest", DamagedExport, lambda _exported: with_manifest(b'{"format": 1}')),
    ("manifest no object", DamagedExport, lambda _exported: with_manifest(b"[1]")),
    ("newer format", NewerExport, lambda _exported: with_manifest(b'{"format": 3, "new": 1}')),
    ("naive date", DamagedExport, lambda exported: packed_with(exported, created_at="2026-01-01T00:00:00")),
    ("other checksum", DamagedExport, lambda exported: packed_with(exported, sha256="0" * 64)),
    ("other size", DamagedExport, lambda exported: packed_with(exported, size=5)),
    ("no database", NotAProfileFile, lambda exported: with_database(exported, b"")),
    ("text as database", DamagedExport, lambda exported: with_database(exported, b"Dear diary, " * 1000)),
    ("half a database", DamagedExport, lambda exported: with_database(exported, parts(exported)[1][:20_000])),
    ("another program's", NotAProfileFile, lambda exported: with_sql(exported, "PRAGMA application_id = 7")),
    ("newer database", NewerExport, lambda exported: with_sql(exported, "PRAGMA user_version = 99")),
    ("version below one", NotAProfileFile, lambda exported: with_sql(exported, "PRAGMA user_version = -1")),
    ("trigger", DamagedExport, lambda exported: with_sql(exported, TRIGGER)),
    ("view", DamagedExport, lambda exported: with_sql(exported, "CREATE VIEW v AS SELECT load_extension('x')")),
    ("missing table", DamagedExport, lambda exported: with_sql(exported, "DROP TABLE setting")),
    ("attempt without run", DamagedExport, lambda exported: with_sql(exported, "DELETE FROM run")),
    ("score", DamagedExport, lambda exported: with_sql(exported, "UPDATE attempt SET score = 7")),
    ("no such mode", DamagedExport, lambda exported: with_sql(exported, "UPDATE run SET mode = 'x'")),
    ("no such confidence", DamagedExport, lambda exported: with_sql(exported, "UPDATE attempt SET confidence = 'x'")),
    ("answer no JSON", DamagedExport, lambda exported: with_sql(exported, "UPDATE attempt SET answer = '{'")),
    ("log no attempt", DamagedExport, lambda exported: with_sql(exported, "UPDATE undone_attempt SET attempt = '{}'")),
    ("endless time", DamagedExport, lambda exported: with_sql(exported, f"UPDATE last_place SET left_at = {2**62}")),
    ("mark of no kind", DamagedExport, lambda exported: with_sql(exported, "UPDATE annotation SET kind = 'x'")),
    ("judgement of no level", DamagedExport, lambda exported: with_sql(exported, "UPDATE judgement SET level = 'x'")),
    ("evidence no list", DamagedExport, lambda exported: with_sql(exported, "UPDATE judgement SET evidence = '5'")),
    ("exercise no JSON", DamagedExport, lambda exported: with_sql(exported, "UPDATE exercise SET state = '{'")),
    ("options no record", DamagedExport, lambda exported: with_sql(exported, "UPDATE run SET options = '[]'")),
    ("other lessons", DamagedExport, lambda exported: with_lessons(exported, b"{}", lessons="0" * 64)),
    ("lessons left out", DamagedExport, lambda exported: packed_with(exported, lessons="0" * 64)),
    ("lessons no record", DamagedExport, lambda exported: with_lessons(exported, b"[]")),
    ("lessons no base 64", DamagedExport, lambda exported: with_lessons(exported, b'{"a.yaml": "?"}')),
    ("lesson with a path", DamagedExport, lambda exported: with_lessons(exported, b'{"../a.yaml": ""}')),
    ("lesson in a folder", DamagedExport, lambda exported: with_lessons(exported, b'{"C:\\a.yaml": ""}')),
    ("lesson as a device", DamagedExport, lambda exported: with_lessons(exported, b'{"con.yaml": ""}')),
    ("lesson as a program", DamagedExport, lambda exported: with_lessons(exported, b'{"a.sh": ""}')),
    ("text no UTF-8", DamagedExport, lambda exported: with_sql(exported, "UPDATE run SET scope = CAST(x'ff' AS TEXT)")),
]


@pytest.mark.parametrize(("fault", "make"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_a_hostile_or_damaged_file_is_refused_and_nothing_is_left(
    fault: type[StoreError], make: Callable[[Path], bytes], exported: Path, profile: Profile, profiles: Profiles
) -> None:
    hostile = exported.with_name("hostile.r2pprofile")
    hostile.write_bytes(make(exported))
    with pytest.raises(fault) as caught:
        import_profile(hostile, profiles)
    assert type(caught.value) is fault
    assert caught.value.where == hostile
    assert_nothing_imported(profiles, profile)


def test_a_name_of_control_characters_does_not_stop_an_import(exported: Path, profiles: Profiles) -> None:
    exported.write_bytes(packed_with(exported, name="\x00../\u202e" + "x" * 5000))
    imported = import_profile(exported, profiles)
    assert imported.directory.parent == profiles.root
    assert len(imported.name) == 80


def test_bytes_changed_at_random_are_refused_or_harmless(exported: Path, profile: Profile, profiles: Profiles) -> None:
    whole, rng, expected = exported.read_bytes(), random.Random(3), read(profile)
    for _time in range(150):
        data = bytearray(whole)
        for _byte in range(rng.randint(1, 4)):
            # Most of the file is compressed rows that a checksum covers: aim at the structure as often.
            at = rng.choice((rng.randrange(len(data)), len(data) - 1 - rng.randrange(200), rng.randrange(60)))
            data[at] = rng.randrange(256)
        exported.write_bytes(data)
        try:
            imported = import_profile(exported, profiles)
        except StoreError:
            continue
        assert read(imported) == expected
        profiles.erase(imported)


_words = st.text(st.characters(codec="utf-8"), max_size=40)
_moments = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))


@st.composite
def _filled_runs(draw: st.DrawFn) -> tuple[Run, list[tuple[str, str, float, Confidence | None, datetime]]]:
    questions = draw(st.lists(_words, unique=True, max_size=6))
    run = Run(
        id=draw(_words),
        mode=draw(st.sampled_from(Mode)),
        seed=draw(st.integers(-(2**63), 2**63 - 1)),
        questions=tuple(questions),
        started_at=draw(_moments),
        scope=draw(_words),
        finished_at=draw(st.none() | _moments),
    )
    answers = [
        (question, draw(_words), draw(st.floats(0, 1)), draw(st.none() | st.sampled_from(Confidence)), draw(_moments))
        for question in questions
    ]
    return run, answers


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(filled=_filled_runs(), name=_words, route=_words)
def test_whatever_a_profile_holds_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    filled: tuple[Run, list[tuple[str, str, float, Confidence | None, datetime]]],
    name: str,
    route: str,
) -> None:
    folder, (run, answers) = tmp_path_factory.mktemp("transfer"), filled
    there, here = Profiles(folder / "there"), Profiles(folder / "here")
    profile = there.create(f"a{name}")
    with Store.open(profile.directory, now=FakeClock(), later=lambda _work: None) as store:
        store.attempts.start(run)
        for question, text, score, confidence, at in answers:
            attempt = an_attempt(question, run=run.id, score=score, confidence=confidence, at=at)
            store.attempts.record(structs.replace(attempt, answer=Written(text)))
        store.reading.leave(route)
        before = describe(store)
    export_profile(profile, folder / "file")
    imported = import_profile(folder / "file", here)
    assert imported.name == profile.name
    assert read(imported) == before

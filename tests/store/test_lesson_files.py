"""A teacher's own lessons: written whole, read with their faults, put aside and brought back."""

from pathlib import Path

import pytest
from msgspec import structs

from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.teaching import Lesson
from r2p_app.lessons import plan
from r2p_app.paths import content_dir
from r2p_app.store.errors import StoreError
from r2p_app.store.lesson_files import LessonFiles


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_pack(content_dir(), cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture
def own(library: Library) -> Lesson:
    return plan.adapted(library.all(Lesson)[0], title="Mine", taken=())


@pytest.fixture
def files(tmp_path: Path) -> LessonFiles:
    return LessonFiles(tmp_path / "profile" / "lessons")


def test_a_new_profile_has_none(files: LessonFiles, library: Library) -> None:
    assert files.all(library) == ()


def test_what_is_saved_is_read(files: LessonFiles, library: Library, own: Lesson) -> None:
    path = files.save(own)
    (found,) = files.all(library)
    assert (found.path, found.lesson, found.problems) == (path, own, ())


def test_saving_again_replaces_it(files: LessonFiles, library: Library, own: Lesson) -> None:
    files.save(own)
    later = structs.replace(own, summary="Changed")
    files.save(later)
    assert [each.lesson for each in files.all(library)] == [later]


def test_a_damaged_file_is_listed_with_its_fault(files: LessonFiles, library: Library, own: Lesson) -> None:
    files.save(own)
    (files.folder / "a-broken.yaml").write_text("lessons: [", encoding="utf-8")
    broken, sound = files.all(library)
    assert broken.lesson is None
    assert broken.problems
    assert sound.lesson == own


def test_what_was_dropped_comes_back(files: LessonFiles, library: Library, own: Lesson) -> None:
    trash = files.drop(files.save(own))
    assert files.all(library) == ()
    files.restore(trash)
    assert [each.lesson for each in files.all(library)] == [own]


def test_a_copy_for_another_teacher_is_read_there(
    files: LessonFiles, library: Library, own: Lesson, tmp_path: Path
) -> None:
    other = LessonFiles(tmp_path / "other")
    other.folder.mkdir()
    files.copy(own, other.folder / "given.yaml")
    assert [each.lesson for each in other.all(library)] == [own]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, own: Lesson) -> None:
    (tmp_path / "lessons").write_text("a file is in the way")
    with pytest.raises(StoreError):
        LessonFiles(tmp_path / "lessons").save(own)


def test_a_lesson_that_is_saved_is_told_for_the_daily_backup(tmp_path: Path, own: Lesson) -> None:
    told: list[str] = []
    files = LessonFiles(tmp_path / "lessons", lambda: told.append("changed"))
    files.save(own)
    assert told == ["changed"]

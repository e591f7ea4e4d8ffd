import pytest

from r2p_app.content.files import PackFile
from r2p_app.content.model import Chapter
from r2p_app.content.parse import MAX_CHAPTER, Content, declared, parse
from r2p_app.content.problems import Faults, Problem

PLACE = "- {id: pl-a, name: One, lat: 1, lon: 2, why: Here}\n"
CHAPTER = "---\nid: ch\ntitle: T\nsummary: S\ncontent_note: N\n---\n\n\nText.\n"


def parsed(text: str, path: str = "x.yaml") -> tuple[Content, list[Problem]]:
    faults = Faults(path)
    return parse(text, PackFile.at(path), faults), faults.found


def test_a_list_of_records_with_their_nodes() -> None:
    content, problems = parsed(f"places:\n{PLACE}{PLACE.replace('pl-a', 'pl-b')}")
    assert not problems
    assert content.kind is not None
    assert content.kind.name == "place"
    assert [(subject.id, subject.node.line) for subject in content.subjects] == [("pl-a", 2), ("pl-b", 3)]


def test_a_bad_record_is_left_out_and_the_rest_stands() -> None:
    content, problems = parsed(f"places:\n{PLACE.replace('lat: 1', 'lat: x')}{PLACE.replace('pl-a', 'pl-b')}- text\n")
    assert [subject.id for subject in content.subjects] == ["pl-b"]
    assert content.left_out == ("pl-a",)
    assert [problem.line for problem in problems] == [2, 4]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("[]\n", "kind", "has no kind"),
        ("{}\n", "kind", "has no kind"),
        ("plain\n", "kind", "has no kind"),
        ("evnets: []\n", "kind", "unknown kind “evnets”"),
        ("chapters: []\n", "kind", "unknown kind “chapters”"),
        ("places: []\nevents: []\n", "kind", "a second kind, “events”"),
        ("places: {}\n", "type", "“places” must be a list"),
        ("places:\n", "type", "“places” must be a list"),
        ("case: []\n", "type", "expected keys and values"),
    ],
)
def test_faults_of_the_file(text: str, code: str, words: str) -> None:
    _, (problem,) = parsed(text)
    assert problem.code == code
    assert words in problem.message


def test_a_wrong_kind_hints_at_the_right_one() -> None:
    assert parsed("evnets: []\n")[1][0].hint == "did you mean “events”?"


def test_ids_of_an_unreadable_file_are_still_known() -> None:
    text = 'events:\n- id: ev-a\n  title: One: two\n- id: "ev-b"\n  x: id: ev-c\n'
    assert parsed(text)[0].left_out == ("ev-a", "ev-b")
    assert declared("id: Not An Id\n") == ()


class TestChapters:
    def test_front_matter_and_the_line_of_the_text(self) -> None:
        content, problems = parsed(CHAPTER, "cases/a/01.md")
        assert not problems
        chapter = content.subjects[0].item
        assert isinstance(chapter, Chapter)
        assert (chapter.id, chapter.body, chapter.body_line) == ("ch", "Text.", 9)

    def test_windows_line_ends(self) -> None:
        content, problems = parsed(CHAPTER.replace("\n", "\r\n"), "cases/a/01.md")
        assert not problems
        assert content.subjects[0].item.body_line == 9

    def test_faults_in_front_matter_have_their_line(self) -> None:
        _, (problem,) = parsed(CHAPTER.replace("summary: S", "sumary: S\nsummary: S"), "cases/a/01.md")
        assert (problem.line, problem.hint) == (4, "did you mean “summary”?")

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("Text only.\n", "front-matter"),
            ("---\nid: ch\n", "front-matter"),
            ("---\n- a\n---\n", "front-matter"),
            ("---\n---\n", "file-empty"),
            (CHAPTER.replace("title: T", "body: T"), "unknown-key"),
            (CHAPTER + "x" * MAX_CHAPTER, "file-size"),
        ],
    )
    def test_what_is_refused(self, text: str, code: str) -> None:
        content, problems = parsed(text, "cases/a/01.md")
        assert not content.subjects
        assert problems[0].code == code

    def test_a_line_of_dashes_in_the_text_is_not_front_matter(self) -> None:
        content, _ = parsed(CHAPTER + "\n---\n\nMore.\n", "cases/a/01.md")
        assert content.subjects[0].item.body == "Text.\n\n---\n\nMore."

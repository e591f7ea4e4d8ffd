import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.decoding import decode
from r2p_app.content.files import MAX_BYTES
from r2p_app.content.nodes import Mapping, Node, Refused, Scalar, Sequence
from r2p_app.content.problems import MAX_PER_FILE, Faults, Problem
from r2p_app.content.reader import MAX_DEPTH, compose


def read(text: str) -> tuple[Node | None, list[Problem]]:
    faults = Faults("x.yaml")
    return compose(text, faults), faults.found


def only(problems: list[Problem]) -> Problem:
    assert len(problems) == 1, problems
    return problems[0]


class TestCompose:
    def test_every_node_and_key_knows_its_place(self) -> None:
        root, problems = read("a: one\nlist:\n  - two\n  - {b: three}\n")
        assert not problems
        assert isinstance(root, Mapping)
        first, second = root.pairs
        assert (first.key, first.line, first.column) == ("a", 1, 1)
        assert first.value == Scalar(1, 4, "one", plain=True)
        assert isinstance(second.value, Sequence)
        assert second.value.items[0] == Scalar(3, 5, "two", plain=True)
        inner = second.value.items[1]
        assert isinstance(inner, Mapping)
        assert (inner.line, inner.column) == (4, 5)
        assert inner.pairs[0].column == 6

    @pytest.mark.parametrize("text", ["NO", "1994-04-07", "12:30", "010", "1_000", "~", "null", "0x1F", ".inf", "yes"])
    def test_plain_words_stay_the_texts_they_are(self, text: str) -> None:
        root, problems = read(f"key: {text}\n")
        assert not problems
        assert isinstance(root, Mapping)
        assert root.find("key") == Scalar(1, 6, text, plain=True)

    @pytest.mark.parametrize("text", ["'NO'", '"NO"', "|\n  NO", ">\n  NO"])
    def test_quoted_and_block_texts_are_not_plain(self, text: str) -> None:
        root, _ = read(f"key: {text}\n")
        assert isinstance(root, Mapping)
        value = root.find("key")
        assert isinstance(value, Scalar)
        assert (value.text.strip(), value.plain) == ("NO", False)

    def test_columns_count_characters_not_bytes(self) -> None:
        _, problems = read("é: ü\n“ž”: [*x]\n")
        assert (only(problems).line, only(problems).column) == (2, 7)

    def test_a_key_written_twice(self) -> None:
        root, problems = read("a: 1\nb: 2\na: 3\n")
        fault = only(problems)
        assert (fault.code, fault.line, fault.column, fault.hint) == ("yaml-duplicate", 3, 1, "first on line 1")
        assert isinstance(root, Mapping)
        assert isinstance(root.pairs[2].value, Refused)

    @pytest.mark.parametrize(
        ("text", "code", "line", "column"),
        [
            ("a: &x 1\n", "yaml-alias", 1, 4),
            ("a: &x {b: 1}\n", "yaml-alias", 1, 4),
            ("a: *x\n", "yaml-alias", 1, 4),
            ("a: !!python/object:os.system x\n", "yaml-tag", 1, 4),
            ("a: !!str x\n", "yaml-tag", 1, 4),
            ("a: !local [1]\n", "yaml-tag", 1, 4),
            ("? [a, b]\n: c\n", "yaml-key", 1, 3),
            ("{a: b}: c\n", "yaml-key", 1, 1),
            ("--- a\n--- b\n", "yaml-documents", 2, 1),
            ("", "file-empty", 0, 0),
            ("# nothing\n", "file-empty", 0, 0),
            ("a: b: c\n", "yaml-syntax", 1, 5),
            ("a:\n\t- b\n", "yaml-syntax", 2, 1),
            ("a: 'b\n", "yaml-syntax", 2, 1),
            ("a: [b\n", "yaml-syntax", 2, 1),
            ("a: b\n  c: d\n", "yaml-syntax", 2, 4),
            ('a: "\\x00"\n', "character", 1, 4),
            ('a: "\\u202e"\n', "character", 1, 4),
            ("%YAML 3.0\n---\na\n", "yaml-syntax", 1, 1),
        ],
    )
    def test_what_is_refused(self, text: str, code: str, line: int, column: int) -> None:
        _, problems = read(text)
        fault = only(problems)
        assert (fault.code, fault.line, fault.column) == (code, line, column)

    @pytest.mark.parametrize("text", ["a: &x 1\n", "a: *x\n", "a: !!str x\n", "a: &x [1]\n", "a: !t {b: 1}\n"])
    def test_what_was_refused_has_no_value(self, text: str) -> None:
        root, _ = read(text)
        assert isinstance(root, Mapping)
        assert isinstance(root.find("a"), Refused)

    def test_syntax_faults_hint_at_the_usual_cause(self) -> None:
        assert "quotation marks" in only(read("title: One: two\n")[1]).hint
        assert "spaces, not tabs" in only(read("a:\n\tb: c\n")[1]).hint

    def test_lines_go_on_from_where_the_text_begins(self) -> None:
        faults = Faults("x.md")
        compose("a: *x", faults, first_line=12)
        assert faults.found[0].line == 12

    def test_depth_has_an_end(self) -> None:
        assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH)[1] == []
        root, problems = read("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
        assert root is None
        assert only(problems).code == "yaml-depth"


LARGE = MAX_BYTES - 100
BOMB = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 20)}]\n" for n in range(1, 40))


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "[" * LARGE,
        "{" * LARGE,
        "[{" * (LARGE // 2),
        "- " * (LARGE // 2),
        "? " * (LARGE // 2),
        "a: " * (LARGE // 3),
        "'" * LARGE,
        '"' * (LARGE - 1),
        "a" * LARGE,
        "&a " * (LARGE // 3),
        "*a, " * (LARGE // 4),
        "!" * LARGE,
        "#" * LARGE,
        "\n" * LARGE,
        "- !!x y\n" * (LARGE // 8),
        "a: 1\n" * (LARGE // 5),
        "%T a\n" * (LARGE // 5),
        ": " * (LARGE // 2),
        "[a, " * 15 + "x, " * (LARGE // 4),
    ],
    ids=lambda text: text[:12].replace("\n", "~"),
)
def test_hostile_files_take_bounded_time_and_list_few_faults(text: str) -> None:
    started = time.process_time()
    _, problems = read(text)
    assert time.process_time() - started < 5
    assert len(problems) <= MAX_PER_FILE + 1


def test_a_bomb_of_aliases_is_not_expanded() -> None:
    _, problems = read(BOMB)
    assert {problem.code for problem in problems} == {"yaml-alias"}


@given(st.text(alphabet=st.sampled_from("ab:-?[]{},&*!|>'\"%@`#\\ \n\t~0é\u2028"), max_size=60))
def test_any_text_becomes_a_node_or_faults_with_a_place(text: str) -> None:
    node, problems = read(text)
    assert node is not None or problems
    assert all(problem.file == "x.yaml" and problem.line >= 0 and problem.message for problem in problems)


class TestDecode:
    def decode(self, data: bytes) -> tuple[str | None, list[Problem]]:
        faults = Faults("x.yaml")
        return decode(data, faults), faults.found

    def test_utf8_with_and_without_mark(self) -> None:
        assert self.decode("é".encode()) == ("é", [])
        assert self.decode("é".encode("utf-8-sig")) == ("é", [])

    @pytest.mark.parametrize(("data", "line"), [(b"a: \xff\n", 1), (b"a\nb\xe9\n", 2), ("é".encode("utf-16"), 1)])
    def test_other_encodings(self, data: bytes, line: int) -> None:
        text, problems = self.decode(data)
        assert text is None
        assert (only(problems).code, only(problems).line) == ("file-encoding", line)

    @pytest.mark.parametrize(
        "character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\u2028", "\ufeff"]
    )
    def test_invisible_characters(self, character: str) -> None:
        text, problems = self.decode(f"a: b\nc: d{character}e\n".encode())
        assert text is None
        fault = only(problems)
        assert (fault.code, fault.line, fault.column) == ("character", 2, 5)
        assert f"U+{ord(character):04X}" in fault.message

    def test_letters_of_many_languages_pass(self) -> None:
        text = "đ Ž š ë ł — “quoted” שלום 漢字 🕊️ ‍\r\n\t"
        assert self.decode(text.encode()) == (text, [])

    def test_a_large_file(self) -> None:
        assert only(self.decode(b"a" * (MAX_BYTES + 1))[1]).code == "file-size"

from r2p_app.content.problems import MAX_PER_FILE, Faults, Level, Problem, errors, shorten


def test_one_line_in_words() -> None:
    problem = Problem("a.yaml", 3, 5, Level.ERROR, "unknown key “x”", "did you mean “y”?", "unknown-key")
    assert str(problem) == "a.yaml:3:5: error: unknown key “x” (did you mean “y”?)"
    assert str(Problem("a.yaml", 0, 0, Level.WARNING, "odd")) == "a.yaml:0:0: warning: odd"


def test_they_sort_by_place() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 1)]
    problems = sorted(Problem(*place, Level.ERROR, "m") for place in places)
    assert [(problem.file, problem.line, problem.column) for problem in problems] == sorted(places)


def test_errors_among_them() -> None:
    faults = Faults("a.yaml")
    faults.warning(None, "w", code="c")
    faults.error(None, "e", code="c")
    assert [problem.message for problem in errors(faults.found)] == ["e"]


def test_a_file_full_of_faults_lists_only_the_first() -> None:
    faults = Faults("a.yaml")
    for number in range(MAX_PER_FILE * 2):
        assert faults.are_enough is (number > MAX_PER_FILE)
        faults.error(None, str(number), code="c")
    assert len(faults.found) == MAX_PER_FILE + 1
    assert faults.found[-1].code == "file-faults"


def test_long_texts_are_cut_for_messages() -> None:
    assert shorten("a  b\nc") == "a b c"
    assert shorten("x" * 100) == "x" * 39 + "…"

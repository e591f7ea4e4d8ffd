"""The shape of the program, in sentences. `docs/architecture.md` gives the reasons."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter import cli as importlinter
from PySide6.QtCore import QObject, Signal

PACKAGE = Path(__file__).resolve().parents[1] / "r2p_app"
KNOWS_QT = ("ui", "app.py")
"""The only parts that may import Qt when they are imported."""

MODULES = sorted(PACKAGE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![\w-])")
TRANSLATORS = {"tr": 0, "QT_TR_NOOP": 0, "QT_TRANSLATE_NOOP": 1}
"""What takes words to translate, and which of its arguments they are."""
LOOKUPS = {"translate", "_tr"}
"""What may also look up words that a NOOP has marked elsewhere."""


def within(path: Path, *places: str) -> bool:
    return any(path.is_relative_to(PACKAGE / place) for place in places)


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def at(path: Path, node: ast.stmt | ast.expr) -> str:
    return f"{path.relative_to(PACKAGE.parent)}:{node.lineno}"


def nodes_outside(*places: str) -> Iterator[tuple[Path, ast.AST]]:
    for path, tree in TREES.items():
        if not within(path, *places):
            yield from ((path, node) for node in ast.walk(tree))


def calls_outside(*places: str) -> Iterator[tuple[Path, str, ast.Call]]:
    """Every call with the last part of the name that is called."""
    for path, node in nodes_outside(*places):
        if isinstance(node, ast.Call):
            called = node.func
            yield path, getattr(called, "attr", getattr(called, "id", "")), node


# --- who may know whom ------------------------------------------------------------------------------------------------


def test_imports_point_one_way() -> None:
    """The contracts are in pyproject.toml; they also name every part, so that a new one has to find its place."""
    assert importlinter.lint_imports(no_cache=True) == importlinter.EXIT_STATUS_SUCCESS


def test_parts_that_do_not_know_qt_work_without_it() -> None:
    names = [module_name(path) for path in MODULES if not within(path, *KNOWS_QT) and path.name != "__main__.py"]
    code = "import sys; sys.modules['PySide6'] = None\nfor name in sys.argv[1:]: __import__(name)"
    done = subprocess.run([sys.executable, "-c", code, *names], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# --- how the window is written ----------------------------------------------------------------------------------------


def test_only_the_theme_knows_style_sheets_colours_and_sizes_of_type() -> None:
    forbidden = {"setStyleSheet", "setPointSize", "setPointSizeF", "setPixelSize"}
    calls = [at(path, call) for path, name, call in calls_outside("ui/theme") if name in forbidden]
    colours = [
        at(path, node)
        for path, node in nodes_outside("ui/theme")
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and COLOUR.search(node.value)
    ]
    assert not calls + colours


def test_words_to_translate_are_literals() -> None:
    """`lupdate` reads the source, where a variable has no words; an f-string never matches its translation."""
    wrong = [
        at(path, call)
        for path, name, call in calls_outside()
        if name in TRANSLATORS and not is_text(call.args, TRANSLATORS[name])
    ]
    built = [
        at(path, call)
        for path, name, call in calls_outside()
        if name in LOOKUPS and any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]
    assert not wrong + built


def is_text(arguments: list[ast.expr], position: int) -> bool:
    argument = arguments[position] if position < len(arguments) else None
    return isinstance(argument, ast.Constant) and isinstance(argument.value, str)


# --- size and manners -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_modules_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500
    functions = [node for node in ast.walk(TREES[path]) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert not [f"{at(path, one)} {one.name}" for one in functions if (one.end_lineno or 0) - one.lineno >= 60]


def test_every_package_says_what_belongs_there() -> None:
    assert not [str(path) for path, tree in TREES.items() if path.name == "__init__.py" and not ast.get_docstring(tree)]


def test_only_one_module_steers_the_search_for_garbage() -> None:
    imports = [
        at(path, node)
        for path, node in nodes_outside("garbage.py")
        if isinstance(node, ast.Import) and any(name.name == "gc" for name in node.names)
    ]
    assert not imports


def test_only_commands_print() -> None:
    assert not [at(path, call) for path, name, call in calls_outside("commands", "cli.py") if name == "print"]


# --- the version of Qt ------------------------------------------------------------------------------------------------


class _Emitter(QObject):
    happened = Signal(bool, object)


def test_signals_do_not_lose_references() -> None:
    """PySide6 6.12.0 gives back a reference to True and None it never had, with every emit, until Python aborts."""
    emitter = _Emitter()
    before = sys.getrefcount(True), sys.getrefcount(None)
    received: list[tuple[bool, object]] = []
    emitter.happened.connect(lambda yes, nothing: received.append((yes, nothing)))
    for _ in range(5000):
        emitter.happened.emit(True, None)
    assert len(received) == 5000
    received.clear()
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert all(abs(now - then) < 2500 for then, now in zip(before, after, strict=True))

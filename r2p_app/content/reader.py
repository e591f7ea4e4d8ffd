"""YAML to nodes: safe, bounded, and with the line and column of everything.

Works on the parser's events, never on PyYAML's objects, so aliases are not expanded, tags make nothing, and nesting is
cut off before anything recurses. Nothing is typed here: `NO` and `1994-04-07` are the texts they look like.
"""

import re
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from r2p_app.content.decoding import FORBIDDEN, MAX_FAULTS, report_character
from r2p_app.content.nodes import Mapping, Node, Pair, Refused, Scalar, Sequence
from r2p_app.content.problems import Faults, Place

MAX_DEPTH = 16

_LINE_END = re.compile("\r\n|\r|\n")
_SYNTAX_HINTS = (
    ("mapping values are not allowed", "a text that contains “: ” needs quotation marks around it"),
    ("cannot start any token", "indent with spaces, not tabs; a text that begins with @ ` or % needs quotation marks"),
    ("did not find expected key", "check the indentation, and that quotation marks inside a text are escaped"),
    ("could not find expected ':'", "a key needs a colon and a space after it; check the indentation"),
    ("did not find expected '-' indicator", "every entry of a list begins with “- ” in the same column"),
    ("unexpected end of stream", "a quotation mark or bracket is not closed"),
    ("block sequence entries are not allowed", "start the list on a new line"),
)


def compose(text: str, faults: Faults, *, first_line: int = 1) -> Node | None:
    """Return the root of the one document in `text`, or None after reporting why there is none."""
    return _Composer(faults, first_line).run(text)


class _Level(NamedTuple):
    """A list or mapping that is still open: where it began, and what it holds so far (keys and values by turns)."""

    at: Place
    children: list[Node]
    is_mapping: bool
    refused: bool


class _Composer:
    """Builds the tree with an explicit stack."""

    def __init__(self, faults: Faults, first_line: int) -> None:
        self._faults = faults
        self._offset = first_line
        self._root: Node | None = None
        self._levels: list[_Level] = []

    def run(self, text: str) -> Node | None:
        loader = yaml.CSafeLoader(text)
        try:
            while loader.check_event():
                if not self._take(loader.get_event()):
                    return None
        except yaml.MarkedYAMLError as error:
            self._report_syntax(error, text)
            return None
        except yaml.YAMLError:
            self._faults.error(None, "the file is not YAML", code="yaml-syntax")
            return None
        finally:
            loader.dispose()
        if self._root is None:
            self._faults.error(None, "the file is empty", code="file-empty")
        return self._root

    def _take(self, event: Any) -> bool:
        """Handle one event; False ends the reading of this file."""
        kind = type(event)
        if kind is ScalarEvent:
            self._add(self._scalar(event))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            return self._open(event, is_mapping=kind is MappingStartEvent)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._close()
        elif kind is AliasEvent:
            self._refuse(event, "aliases (*name) are not allowed", "write the value out")
        elif kind is DocumentStartEvent and self._root is not None:
            self._faults.error(
                self._at(event), "a second document begins here", "remove the line “---”", code="yaml-documents"
            )
            return False
        return len(self._faults.found) < MAX_FAULTS

    def _at(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(mark.line + self._offset, mark.column + 1)

    def _scalar(self, event: Any) -> Node:
        at = self._at(event)
        if event.anchor or event.tag:
            return self._refused(at, event)
        text, plain = event.value, event.style is None or event.style == ""
        if event.style == '"' and (match := FORBIDDEN.search(text)):
            report_character(match.group(), at, self._faults)
            return Refused(at.line, at.column)
        return Scalar(at.line, at.column, text, plain)

    def _open(self, event: Any, *, is_mapping: bool) -> bool:
        at = self._at(event)
        refused = bool(event.anchor or event.tag)
        if refused:
            self._refused(at, event)
        if len(self._levels) >= MAX_DEPTH:
            message = f"lists and mappings are nested deeper than {MAX_DEPTH}"
            self._faults.error(at, message, "check the indentation and the brackets", code="yaml-depth")
            return False
        self._levels.append(_Level(at, [], is_mapping, refused))
        return True

    def _close(self) -> None:
        level = self._levels.pop()
        at = level.at
        if level.refused:
            self._add(Refused(at.line, at.column))
        elif level.is_mapping:
            self._add(Mapping(at.line, at.column, self._pairs(level.children)))
        else:
            self._add(Sequence(at.line, at.column, tuple(level.children)))

    def _add(self, node: Node) -> None:
        if self._levels:
            self._levels[-1].children.append(node)
        else:
            self._root = node

    def _pairs(self, children: list[Node]) -> tuple[Pair, ...]:
        found: dict[str, Pair] = {}
        pairs: list[Pair] = []
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                if not isinstance(key, Refused):
                    self._faults.error(key, "a key must be a word", "put it in quotation marks", code="yaml-key")
                continue
            pairs.append(self._pair(key, value, found))
        return tuple(pairs)

    def _pair(self, key: Scalar, value: Node, found: dict[str, Pair]) -> Pair:
        if first := found.get(key.text):
            self._faults.error(
                key, f"“{key.text}” stands here twice", f"first on line {first.line}", code="yaml-duplicate"
            )
            return Pair(key.line, key.column, key.text, Refused(key.line, key.column))
        found[key.text] = pair = Pair(key.line, key.column, key.text, value)
        return pair

    def _refuse(self, event: Any, message: str, hint: str) -> None:
        at = self._at(event)
        self._faults.error(at, message, hint, code="yaml-alias")
        self._add(Refused(at.line, at.column))

    def _refused(self, at: Place, event: Any) -> Node:
        if event.anchor:
            self._faults.error(
                at, f"anchors (&{event.anchor}) are not allowed", "write the value out", code="yaml-alias"
            )
        else:
            self._faults.error(at, f"tags ({event.tag}) are not allowed", "remove it", code="yaml-tag")
        return Refused(at.line, at.column)

    def _report_syntax(self, error: yaml.MarkedYAMLError, text: str) -> None:
        problem = error.problem or "it is not YAML"
        hint = next((hint for words, hint in _SYNTAX_HINTS if words in problem), "")
        if not hint and error.context_mark:
            hint = f"look at what begins on line {error.context_mark.line + self._offset}"
        at = self._within(error.problem_mark or error.context_mark, text)
        self._faults.error(at, f"the file cannot be read from here: {problem}", hint, code="yaml-syntax")

    def _within(self, mark: Any, text: str) -> Place | None:
        """Return the place of a mark; the parser puts the end of a file onto a line that is not there."""
        if mark is None:
            return None
        lines = _LINE_END.split(text)
        if mark.line < len(lines):
            return Place(mark.line + self._offset, mark.column + 1)
        return Place(len(lines) - 1 + self._offset, len(lines[-1]) + 1)

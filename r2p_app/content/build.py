"""Nodes to records: every fault at once, in words an author understands."""

import difflib
import math
import re
from collections.abc import Callable, Iterable
from typing import Any, Final

import msgspec

from r2p_app.content.dates import DateError, parse
from r2p_app.content.nodes import Mapping, Node, Pair, Refused, Scalar, Sequence
from r2p_app.content.problems import Faults, shorten
from r2p_app.content.shapes import (
    ChoiceShape,
    FlagShape,
    ListShape,
    NumberShape,
    OptionalShape,
    RecordShape,
    Shape,
    TextShape,
    UnionShape,
)


class _Bad(msgspec.Struct, frozen=True):
    """The value of something that has been reported."""


BAD: Final = _Bad()

_NULL = re.compile(r"(?:~|null|Null|NULL|)\Z")
_WHOLE = re.compile(r"[-+]?[0-9]{1,18}\Z")
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,4})?\Z")
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:[,_  ’'][0-9]{3})+(?:\.[0-9]+)?\Z")
_TRAP = re.compile(
    r"""(?:yes|no|on|off|true|false
        |[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|[-+]?0[xo][0-9a-f_]+|[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?
        |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?|[-+]?\.(?:inf|nan))\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def build(shape: Shape, node: Node, name: str, faults: Faults) -> Any:
    """Return the value that `node` writes for `name`, or `BAD` after reporting what is wrong with it."""
    return BAD if isinstance(node, Refused) or faults.are_enough else _BUILDERS[type(shape)](shape, node, name, faults)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and _NULL.match(node.text) is not None


def found(node: Node) -> str:
    """Say in words what stands in the file."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Scalar):
        return "nothing" if _is_null(node) else f"the text “{shorten(node.text)}”"
    return "keys and values"


def _expected(what: str, node: Node, name: str, faults: Faults, hint: str = "") -> _Bad:
    if _is_null(node):
        faults.error(node, f"“{name}” is empty: expected {what}", "write a value or delete the line", code="type")
    else:
        faults.error(node, f"“{name}”: expected {what}, found {found(node)}", hint, code="type")
    return BAD


def _text(shape: TextShape, node: Node, name: str, faults: Faults) -> str | _Bad:
    if not isinstance(node, Scalar) or _is_null(node):
        hint = "a text that contains “: ” needs quotation marks around it" if isinstance(node, Mapping) else ""
        return _expected("a text", node, name, faults, hint)
    text = node.text.strip()
    if len(text) < shape.min_length:
        message = f"“{name}” is too short: “{text}”" if text else f"“{name}” is empty"
        faults.error(node, message, "write a value or delete the line", code="value")
        return BAD
    if shape.pattern and not re.search(shape.pattern, text):
        faults.error(node, f"“{name}” cannot be “{shorten(text)}”", _pattern_hint(shape), code="value")
        return BAD
    _warn_of_trap(shape, node, text, name, faults)
    return _date(text, node, name, faults) if shape.edtf else text


def _pattern_hint(shape: TextShape) -> str:
    if alternatives := re.fullmatch(r"\^\(([\w|-]+)\)\$", shape.pattern):
        return f"allowed: {', '.join(alternatives[1].split('|'))}"
    return f"allowed: {shape.description or shape.pattern}"


def _warn_of_trap(shape: TextShape, node: Scalar, text: str, name: str, faults: Faults) -> None:
    if node.plain and (shape.edtf or _TRAP.match(text)):
        what = "a date" if shape.edtf else "a text that other programs take for a number, a date or yes/no"
        faults.warning(node, f"“{name}”: {what} without quotation marks", f'write "{text}"', code="yaml-trap")


def _date(text: str, node: Scalar, name: str, faults: Faults) -> str | _Bad:
    try:
        parse(text)
    except DateError as error:
        faults.error(
            node, f"“{name}”: {error}", 'for instance "1994-04-07", "1994-04", "1994~", "1994/1999"', code="date"
        )
        return BAD
    return text


def _number(shape: NumberShape, node: Node, name: str, faults: Faults) -> int | float | _Bad:
    what = "a whole number" if shape.whole else "a number"
    pattern = _WHOLE if shape.whole else _NUMBER
    if not isinstance(node, Scalar) or not node.plain or len(node.text) > 40 or not pattern.match(node.text):
        return _expected(what, node, name, faults, _number_hint(node))
    if re.match(r"[-+]?0[0-9]", node.text):
        return _expected(
            what, node, name, faults, "delete the zero in front: other programs read such numbers differently"
        )
    value = int(node.text) if shape.whole else float(node.text)
    return _bounded(shape, value, node, name, faults)


def _number_hint(node: Node) -> str:
    if not isinstance(node, Scalar):
        return ""
    if not node.plain and _NUMBER.match(node.text):
        return "take the quotation marks away"
    return f"write {re.sub('[^0-9.+-]', '', node.text)}" if _GROUPED.match(node.text) else "write digits only"


def _bounded(shape: NumberShape, value: float, node: Node, name: str, faults: Faults) -> float | _Bad:
    least = shape.least if shape.above is None else shape.above
    too_small = least is not None and (value < least or (value == shape.above))
    if math.isfinite(value) and not too_small and (shape.most is None or value <= shape.most):
        return value
    faults.error(node, f"“{name}” is out of range: {value:g}", _range_words(shape), code="range")
    return BAD


def _range_words(shape: NumberShape) -> str:
    if shape.least is not None and shape.most is not None:
        return f"from {shape.least:g} to {shape.most:g}"
    if shape.above is not None:
        return f"more than {shape.above:g}"
    return f"at least {shape.least:g}" if shape.least is not None else "a smaller number"


def _flag(_shape: FlagShape, node: Node, name: str, faults: Faults) -> bool | _Bad:
    if isinstance(node, Scalar) and node.plain and node.text in _TRUTH:
        return _TRUTH[node.text]
    return _expected("true or false", node, name, faults, "write true or false, without quotation marks")


def _choice(shape: ChoiceShape, node: Node, name: str, faults: Faults) -> Any:
    if not isinstance(node, Scalar) or _is_null(node):
        return _expected("a word", node, name, faults, f"one of: {', '.join(shape.values)}")
    if node.text in shape.values:
        return shape.values[node.text]
    faults.error(
        node, f"“{name}” cannot be “{shorten(node.text)}”", did_you_mean(node.text, shape.values), code="value"
    )
    return BAD


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Return a hint: the closest allowed word, or all of them."""
    words = list(allowed)
    if close := difflib.get_close_matches(word[:100].lower(), words, n=1, cutoff=0.6):
        return f"did you mean “{close[0]}”?"
    return f"allowed: {', '.join(words)}"


def _optional(shape: OptionalShape, node: Node, name: str, faults: Faults) -> Any:
    return None if _is_null(node) else build(shape.shape, node, name, faults)


def _list(shape: ListShape, node: Node, name: str, faults: Faults) -> tuple[Any, ...] | _Bad:
    if not isinstance(node, Sequence):
        return _expected("a list", node, name, faults, "begin each entry on its own line with “- ”")
    values = tuple(build(shape.item, item, name, faults) for item in node.items)
    return BAD if any(value is BAD for value in values) else values


def _union(shape: UnionShape, node: Node, name: str, faults: Faults) -> Any:
    if not isinstance(node, Mapping):
        return _expected("keys and values", node, name, faults)
    tag = node.find(shape.tag)
    if tag is None:
        faults.error(node, f"“{shape.tag}” is missing", f"one of: {', '.join(shape.records)}", code="missing")
        return BAD
    if isinstance(tag, Scalar) and tag.text in shape.records:
        return _record(shape.records[tag.text], node, name, faults)
    build(ChoiceShape(dict.fromkeys(shape.records)), tag, shape.tag, faults)
    return BAD


def _record(shape: RecordShape, node: Node, name: str, faults: Faults) -> Any:
    if not isinstance(node, Mapping):
        return _expected("keys and values", node, name, faults)
    values: dict[str, Any] = {}
    sound = True
    for pair in node.pairs:
        if shape.tag and pair.key == shape.tag[0]:
            continue
        if pair.key not in shape.fields:
            sound = _unknown_key(shape, pair, faults)
        elif (value := build(shape.fields[pair.key].shape, pair.value, pair.key, faults)) is BAD:
            sound = False
        else:
            values[pair.key] = value
    return shape.type(**values) if not _is_incomplete(shape, node, faults) and sound else BAD


def _unknown_key(shape: RecordShape, pair: Pair, faults: Faults) -> bool:
    faults.error(pair, f"unknown key “{shorten(pair.key)}”", did_you_mean(pair.key, shape.fields), code="unknown-key")
    return False


def _is_incomplete(shape: RecordShape, node: Mapping, faults: Faults) -> bool:
    present = {pair.key for pair in node.pairs}
    missing = [key for key, field in shape.fields.items() if field.required and key not in present]
    for key in missing:
        faults.error(node, f"“{key}” is missing", code="missing")
    return bool(missing)


_BUILDERS: dict[type[Shape], Callable[[Any, Any, str, Faults], Any]] = {
    TextShape: _text,
    NumberShape: _number,
    FlagShape: _flag,
    ChoiceShape: _choice,
    ListShape: _list,
    OptionalShape: _optional,
    UnionShape: _union,
    RecordShape: _record,
}

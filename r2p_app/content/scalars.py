"""One written value to a text, a date, a number, a flag or one of some words; what it cannot be is reported."""

import difflib
import math
import re
from collections.abc import Iterable
from typing import Any, Final

import msgspec

from r2p_app.content.dates import DateError, parse
from r2p_app.content.nodes import Mapping, Node, Scalar, Sequence
from r2p_app.content.problems import Faults, shorten
from r2p_app.content.shapes import ChoiceShape, FlagShape, NumberShape, TextShape


class Bad(msgspec.Struct, frozen=True):
    """The value of something that has been reported."""


BAD: Final = Bad()

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


def is_null(node: Node) -> bool:
    """Tell whether nothing is written, in any of the ways YAML has for it."""
    return isinstance(node, Scalar) and node.plain and _NULL.match(node.text) is not None


def _found(node: Node) -> str:
    """Say in words what stands in the file."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Scalar):
        return "nothing" if is_null(node) else f"the text “{shorten(node.text)}”"
    return "keys and values"


def expected(what: str, node: Node, name: str, faults: Faults, hint: str = "") -> Bad:
    """Report that something else was expected."""
    if is_null(node):
        faults.error(node, f"“{name}” is empty: expected {what}", "write a value or delete the line", code="type")
    else:
        faults.error(node, f"“{name}”: expected {what}, found {_found(node)}", hint, code="type")
    return BAD


def text(shape: TextShape, node: Node, name: str, faults: Faults) -> str | Bad:
    """Return a text; a date is one that can be read."""
    if not isinstance(node, Scalar) or is_null(node):
        hint = "a text that contains “: ” needs quotation marks around it" if isinstance(node, Mapping) else ""
        return expected("a text", node, name, faults, hint)
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


def _date(text: str, node: Scalar, name: str, faults: Faults) -> str | Bad:
    try:
        parse(text)
    except DateError as error:
        faults.error(
            node, f"“{name}”: {error}", 'for instance "1994-04-07", "1994-04", "1994~", "1994/1999"', code="date"
        )
        return BAD
    return text


def number(shape: NumberShape, node: Node, name: str, faults: Faults) -> int | float | Bad:
    """Return a number within its bounds."""
    what = "a whole number" if shape.whole else "a number"
    pattern = _WHOLE if shape.whole else _NUMBER
    if not isinstance(node, Scalar) or not node.plain or len(node.text) > 40 or not pattern.match(node.text):
        return expected(what, node, name, faults, _number_hint(node))
    if re.match(r"[-+]?0[0-9]", node.text):
        return expected(
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


def _bounded(shape: NumberShape, value: float, node: Node, name: str, faults: Faults) -> float | Bad:
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


def flag(_shape: FlagShape, node: Node, name: str, faults: Faults) -> bool | Bad:
    """Return true or false."""
    if isinstance(node, Scalar) and node.plain and node.text in _TRUTH:
        return _TRUTH[node.text]
    return expected("true or false", node, name, faults, "write true or false, without quotation marks")


def choice(shape: ChoiceShape, node: Node, name: str, faults: Faults) -> Any:
    """Return the value of one of some words."""
    if not isinstance(node, Scalar) or is_null(node):
        return expected("a word", node, name, faults, f"one of: {', '.join(shape.values)}")
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

"""Fingerprints of a question: by which key an answer was judged, and by which words it was asked.

When the wording changes, history stays; when the key changes, old answers were answers to another question.
"""

from hashlib import blake2b

import msgspec

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.questions import kind_of

_NOT_ASKED = frozenset(("id", "objective", "bloom", "difficulty", "sources", "see"))
"""Fields that learners do not read as part of the question."""


def key_print(question: QuestionBase) -> str:
    """Return the fingerprint of what answers are judged by; the order of options in the file does not count."""
    kind = kind_of(question)
    return _print((kind.name, kind.criterion(question)))


def wording_print(question: QuestionBase) -> str:
    """Return the fingerprint of all words that a learner reads."""
    fields = msgspec.structs.asdict(question)
    return _print({name: value for name, value in fields.items() if name not in _NOT_ASKED})


def _print(value: object) -> str:
    return blake2b(msgspec.json.encode(value, order="deterministic"), digest_size=8).hexdigest()

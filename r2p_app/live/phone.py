"""What a phone may know of a room at one moment. The key is made here, and only once a question is explained."""

from collections.abc import Iterable
from dataclasses import dataclass

from msgspec import structs

from r2p_app.content.citations import Length, citation_text
from r2p_app.content.dates import parse
from r2p_app.content.library import Citation, Library
from r2p_app.content.questions import Numeric, QuestionBase, ShortAnswer, TimelinePlacement, TrueFalse
from r2p_app.learning.questions import fits, grade, key
from r2p_app.learning.questions.true_false import FALSE, TRUE
from r2p_app.live.events import Phase, Round
from r2p_app.live.kinds import form_of, part_texts, plain, reply_of
from r2p_app.live.protocol import Explanation, Given, PhoneState, Why
from r2p_app.live.room import Room, Vote

_WITH_FORM = frozenset((Phase.FIRST_VOTE, Phase.COUNTED, Phase.TALK, Phase.SECOND_VOTE, Phase.EXPLAINED))


@dataclass(frozen=True)
class Asked:
    """A question of a room, with its sources in words (in full for phones, short for a wall) and their language."""

    question: QuestionBase
    sources: tuple[str, ...]
    short_sources: tuple[str, ...]
    language: str


def asked(library: Library, questions: Iterable[QuestionBase]) -> dict[str, Asked]:
    """Return what a room needs of these questions, by id."""
    language = next(iter(library.pack.languages), "en")
    return {
        question.id: Asked(
            question, _cited(library, question, Length.FULL), _cited(library, question, Length.SHORT), language
        )
        for question in questions
    }


def _cited(library: Library, question: QuestionBase, length: Length) -> tuple[str, ...]:
    return tuple(citation_text(library, Citation.parse(text), length) for text in question.sources)


def common_state(room: Room, shown: Asked | None) -> PhoneState:
    """Return what every phone shows; `shown` is the question in view."""
    total = len(room.opened.questions)
    if shown is None or room.phase in {Phase.LOBBY, Phase.ENDED}:
        return PhoneState(room.version, room.phase, total)
    question, words = shown.question, room.options.words_on_phones
    form = form_of(question, room.opened.seed, with_words=words) if room.phase in _WITH_FORM else None
    return PhoneState(
        version=room.version,
        phase=room.phase,
        total=total,
        number=room.place + 1,
        round=_round(room.phase),
        language=shown.language,
        prompt=plain(question.prompt) if words else "",
        note=plain(question.content_note),
        form=form,
        asks_sure=room.options.asks_confidence,
        explanation=_explanation(shown, room.opened.seed) if room.phase is Phase.EXPLAINED else None,
    )


def phone_state(common: PhoneState, room: Room, student: int, shown: Asked | None) -> PhoneState:
    """Return what the phone of one student shows: what all show, and what this student gave."""
    name = room.students[student].name
    if shown is None or not common.number:
        return structs.replace(common, name=name)
    votes = {round_: room.ballots(round_).get(student) for round_ in Round}
    first, second = (_given(shown.question, room.opened.seed, votes[round_]) for round_ in Round)
    explanation = common.explanation
    if explanation is not None:
        explanation = structs.replace(
            explanation, outcome=_outcome(shown.question, votes[Round.SECOND], votes[Round.FIRST])
        )
    is_second = common.round == Round.SECOND
    return structs.replace(
        common,
        name=name,
        given=second if is_second else first,
        before=first if is_second else None,
        explanation=explanation,
    )


def _round(phase: Phase) -> int:
    return Round.SECOND if phase in {Phase.SECOND_VOTE, Phase.EXPLAINED} else Round.FIRST


def _given(question: QuestionBase, seed: int, vote: Vote | None) -> Given | None:
    if vote is None or not fits(question, vote.answer):
        return None
    return Given(reply_of(question, seed, vote.answer), vote.confidence)


def _outcome(question: QuestionBase, *votes: Vote | None) -> str:
    """Return the outcome of the first of these votes that there is."""
    vote = next((vote for vote in votes if vote is not None and fits(question, vote.answer)), None)
    return grade(question, vote.answer).outcome.value if vote else ""


def _explanation(shown: Asked, seed: int) -> Explanation:
    question = shown.question
    date = parse(question.date) if isinstance(question, TimelinePlacement) else None
    return Explanation(
        key=reply_of(question, seed, key(question)),
        why=reasons(question),
        sources=shown.sources,
        rationale=plain(question.rationale),
        days=(date.earliest, date.latest) if date else None,
    )


def reasons(question: QuestionBase) -> tuple[Why, ...]:
    """Return every part that has a reason of its own, with it, in the author's order."""
    texts = {**part_texts(question), **_other_texts(question)}
    feedback = grade(question, key(question)).feedback
    return tuple(
        Why(texts.get(part.part, part.part), part.correct, plain(part.rationale)) for part in feedback if part.rationale
    )


def _other_texts(question: QuestionBase) -> dict[str, str]:
    match question:
        case TrueFalse():
            return {TRUE: TRUE, FALSE: FALSE}
        case Numeric():
            return {f"{mistake.value:g}": f"{mistake.value:g} {question.unit}" for mistake in question.mistakes}
        case ShortAnswer():
            return {mistake.id: plain(mistake.text) for mistake in question.mistakes}
        case _:
            return {}

"""What the projector shows at one moment, in words and numbers: nothing of the teacher's, no key before its time."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from r2p_app.content.questions import Ordering, QuestionBase, TrueFalse
from r2p_app.learning.questions import display_order, key
from r2p_app.live.events import Phase, Round
from r2p_app.live.host import Host
from r2p_app.live.kinds import part_texts, plain
from r2p_app.live.phone import Asked, reasons
from r2p_app.live.room import Room
from r2p_app.live.tally import Bar, tally
from r2p_app.ui.live.words import answered_words, bar_words, cue, student_words
from r2p_app.ui.quiz.words import answer_words, true_false_words

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Row:
    """An option or an answer: its letter, its words, and how many gave it where that may be seen.

    `is_right` is None as long as it may not be seen.
    """

    letter: str
    words: str
    first: int | None = None
    second: int | None = None
    is_right: bool | None = None


@dataclass(frozen=True)
class Scene:
    """One view of the projector. `voters` are how many voted first and second: what the bars are shares of."""

    phase: Phase
    head: str = ""
    cue: str = ""
    count: str = ""
    note: str = ""
    prompt: str = ""
    rows: tuple[Row, ...] = ()
    voters: tuple[int, int] = (0, 0)
    answer: str = ""
    why: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    names: tuple[str, ...] = field(default=())

    @property
    def words(self) -> str:
        """Everything as one text, for those who hear the window."""
        rows = [_row_words(row) for row in self.rows]
        parts = (self.head, self.cue, self.count, self.note, self.prompt, *rows, self.answer, *self.why, *self.sources)
        return "\n".join(part for part in (*parts, *self.names) if part)


def make_scene(host: Host, *, with_names: bool) -> Scene:
    """Return what the class may see of the room now."""
    room, shown = host.room, host.shown
    if shown is None or room.phase in {Phase.LOBBY, Phase.ENDED}:
        names = [student_words(student, with_names=True) for student in room.students.values() if student.name]
        joined = translate("Live", "%1 have joined").replace("%1", str(len(room.students)))
        is_lobby = room.phase is Phase.LOBBY
        return Scene(
            room.phase, cue=cue(room.phase), count=joined if is_lobby else "", names=tuple(names) if with_names else ()
        )
    return _question_scene(room, shown)


def _question_scene(room: Room, shown: Asked) -> Scene:
    question, is_explained = shown.question, room.phase is Phase.EXPLAINED
    head = translate("Live", "Question %1 of %2").replace("%1", str(room.place + 1))
    first, second = (len(room.ballots(round_)) for round_ in Round)
    return Scene(
        phase=room.phase,
        head=head.replace("%2", str(len(room.opened.questions))),
        cue=cue(room.phase),
        count=_count(room),
        note=plain(question.content_note),
        prompt=plain(question.prompt),
        rows=_rows(room, question),
        voters=(first, second) if room.shows_first_vote else (0, 0),
        answer=answer_words(question, key(question)) if is_explained and not isinstance(question, Ordering) else "",
        why=_why(question, room) if is_explained else (),
        sources=shown.short_sources if is_explained else (),
    )


def _count(room: Room) -> str:
    if room.round is not None:
        return answered_words(len(room.ballots(room.round)), len(room.students))
    if room.phase is Phase.COUNTED:
        return answered_words(len(room.ballots(Round.FIRST)), len(room.students))
    return ""


def _rows(room: Room, question: QuestionBase) -> tuple[Row, ...]:
    seed = room.opened.seed
    letters = {part: chr(65 + index) for index, part in enumerate(display_order(question, seed))}
    texts = part_texts(question)
    parts = tuple(Row(letter, texts[part]) for part, letter in letters.items())
    judged = tuple(Row("", true_false_words(value)) for value in (True, False) if isinstance(question, TrueFalse))
    plain_rows = (*judged, *parts)
    if not room.shows_first_vote:
        return plain_rows
    is_explained = room.phase is Phase.EXPLAINED
    bars = [bar for bar in _bars(room, question) if _is_seen(bar, is_explained=is_explained)]
    counted = tuple(_counted(question, bar, letters.get(bar.name, ""), is_explained=is_explained) for bar in bars)
    if not isinstance(question, Ordering):
        return counted
    in_order = tuple(Row(str(place), plain(item.text)) for place, item in enumerate(question.items, start=1))
    return (*(in_order if is_explained else plain_rows), *counted)


def _bars(room: Room, question: QuestionBase) -> tuple[Bar, ...]:
    return tally(question, room.opened.seed, room.ballots(Round.FIRST), room.ballots(Round.SECOND)).bars


def _is_seen(bar: Bar, *, is_explained: bool) -> bool:
    """Parts of an axis where nobody voted take no room; a part that holds the answer does not stand out by that."""
    if bar.days is None:
        return True
    return bool(bar.first + bar.second or bar.is_right) if is_explained else bool(bar.first)


def _counted(question: QuestionBase, bar: Bar, letter: str, *, is_explained: bool) -> Row:
    words = bar_words(question, bar)
    if not is_explained:
        return Row(letter, words, bar.first)
    return Row(letter, words, bar.first, bar.second, bar.is_right)


def _why(question: QuestionBase, room: Room) -> tuple[str, ...]:
    """Return the reason for the answer, and why the wrong answer chosen most often is tempting."""
    if isinstance(question, Ordering):
        return (plain(question.rationale),)
    found = {one.text: one for one in reasons(question)}
    right = [one.rationale for one in found.values() if one.right][:1]
    wrong = [
        bar for bar in _bars(room, question) if not bar.is_right and bar.first + bar.second and _text(bar) in found
    ]
    tempting = max(wrong, key=lambda bar: bar.first + bar.second, default=None)
    paragraphs: Sequence[str] = [plain(question.rationale), *right]
    if tempting is not None:
        about = translate("Live", "“%1”: %2").replace("%1", bar_words(question, tempting))
        paragraphs = [*paragraphs, about.replace("%2", found[_text(tempting)].rationale)]
    return tuple(part for part in paragraphs if part)


def _text(bar: Bar) -> str:
    return bar.text or bar.name


def _row_words(row: Row) -> str:
    parts = [f"{row.letter} {row.words}".strip()]
    if row.first is not None:
        before = translate("Live", "first vote %1").replace("%1", str(row.first))
        parts.append(before)
    if row.second is not None:
        parts.append(translate("Live", "second vote %1").replace("%1", str(row.second)))
    if row.is_right:
        parts.append(translate("Live", "the answer"))
    return ", ".join(parts)

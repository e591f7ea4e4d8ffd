"""The list of lessons: the teacher's own first, then the pack's, filtered by case, length and words."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from r2p_app.content.folding import fold
from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.teaching import Lesson
from r2p_app.lessons.plan import minutes
from r2p_app.store.lesson_files import LessonFile
from r2p_app.ui.format import plural
from r2p_app.ui.lessons.faulty_card import FaultyCard
from r2p_app.ui.lessons.words import case_of, lesson_line
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import ScrollPage, button, column, label, row
from r2p_app.ui.widgets.card_button import CardButton
from r2p_app.ui.widgets.card_grid import CardGrid
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.toggles import Toggles

LENGTHS = (30, 60)
"""Minutes up to which a lesson is short, and a single period; what is longer is a double one."""


class Filter(NamedTuple):
    """What is looked for: a case ("" for all), a length by its place (0 for all), words."""

    case: str = ""
    length: int = 0
    words: str = ""


def fits(lesson: Lesson, wanted: Filter, library: Library) -> bool:
    """Tell whether a lesson is of the case and the length, and every word is found in it."""
    case = case_of(lesson, library)
    if wanted.case and (case is None or case.id != wanted.case):
        return False
    if wanted.length and _length(lesson) != wanted.length:
        return False
    text = fold(" ".join((lesson.title, lesson.summary, *(step.heading for step in lesson.steps))))
    return all(word in text for word in fold(wanted.words).split())


def _length(lesson: Lesson) -> int:
    return 1 + sum(minutes(lesson) > limit for limit in LENGTHS)


class LessonCard(CardButton):
    """A lesson that a click opens."""

    def __init__(self, lesson: Lesson, library: Library, parent: QWidget | None = None) -> None:
        case = case_of(lesson, library)
        super().__init__(edge=(case.colour or case.id) if case is not None else "", parent=parent)
        self.lesson = lesson
        line = lesson_line(lesson, library)
        self.add(label(line, TextRole.SMALL, tone="muted"))
        self.add(label(lesson.title, TextRole.H3))
        if lesson.summary:
            self.add(label(lesson.summary))
        self.body.addStretch(1)
        self.setAccessibleName(f"{lesson.title}. {line}")
        self.setAccessibleDescription(lesson.summary)


class LessonList(ScrollPage):
    """All lessons as cards.

    Signals:
        link_requested: A lesson was chosen.
        import_requested: The teacher wants to bring in a file.
        filter_changed: The list shows something else now.
        folder_requested: Open the folder of the teacher's own files.
        rescue_requested: Make a lesson of what can be read in a damaged file.
        drop_requested: Put a damaged file away.
        announced: How many are shown now.
    """

    link_requested = Signal(str)
    import_requested = Signal()
    filter_changed = Signal()
    folder_requested = Signal()
    rescue_requested = Signal(object)
    drop_requested = Signal(object)
    announced = Signal(str)

    def __init__(
        self, library: Library, own: Sequence[LessonFile], wanted: Filter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._library, self.own = library, own
        self.cards: list[LessonCard] = []
        found = {case_of(lesson, library) for lesson in library.all(Lesson)}
        self._titled = [case for case in library.cases if case in found]
        self._cases = ("", *(case.id for case in self._titled))
        self._build_head()
        self._own = self._section(self.tr("Your own lessons"), [file.lesson for file in own if file.lesson is not None])
        self._add_faulty()
        self._pack = self._section(self.tr("Lessons of this collection"), self._ordered())
        self.nothing = label(self.tr("No lesson matches. Choose another length, or take words away."), tone="muted")
        self.body.addWidget(self.nothing)
        self.body.addStretch(1)
        self._choose(wanted)

    @property
    def filter(self) -> Filter:
        """What is looked for."""
        return Filter(self._cases[max(self.case.index, 0)], max(self.length.index, 0), self.words.text().strip())

    @property
    def has_faults(self) -> bool:
        """Whether a file of the teacher's own is damaged."""
        return any(file.problems for file in self.own)

    def _choose(self, wanted: Filter) -> None:
        """Look for this, without telling anyone; an unknown case means all."""
        self.case.choose(self._cases.index(wanted.case) if wanted.case in self._cases else 0)
        self.length.choose(wanted.length if wanted.length in range(len(LENGTHS) + 2) else 0)
        with QSignalBlocker(self.words):
            self.words.setText(wanted.words)
        self.show_matching(self.filter)

    def show_matching(self, wanted: Filter) -> None:
        """Show the lessons that fit."""
        for card in self.cards:
            card.setVisible(fits(card.lesson, wanted, self._library))
        for section in (self._own, self._pack):
            cards = section.findChildren(LessonCard)
            section.setVisible(any(not card.isHidden() for card in cards))
        count = sum(not card.isHidden() for card in self.cards)
        self.count.setText(plural(self.tr("%n lesson(s)", "", count)))
        self.nothing.setVisible(count == 0)

    def _add_faulty(self) -> None:
        for file in self.own:
            if file.problems:
                card = FaultyCard(file)
                card.folder_requested.connect(self.folder_requested)
                card.rescue_requested.connect(self.rescue_requested)
                card.drop_requested.connect(self.drop_requested)
                self.body.addWidget(card)

    def _ordered(self) -> list[Lesson]:
        """The lessons of the pack, case by case, short ones first."""
        places = {case.id: place for place, case in enumerate(self._titled)}

        def rank(lesson: Lesson) -> tuple[int, int]:
            case = case_of(lesson, self._library)
            return places.get(case.id if case is not None else "", len(places)), minutes(lesson)

        return sorted(self._library.all(Lesson), key=rank)

    def _build_head(self) -> None:
        self.case = Toggles([self.tr("All"), *(case.title for case in self._titled)], self.tr("Case"))
        short, single = map(str, LENGTHS)
        lengths = [
            self.tr("Any length"),
            self.tr("Up to %1 minutes").replace("%1", short),
            self.tr("Up to %1 minutes").replace("%1", single),
            self.tr("Longer"),
        ]
        self.length = Toggles(lengths, self.tr("Length"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find words"))
        self.words.setAccessibleName(self.tr("Find words in the lessons"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(current().px(200))
        self.count = label("", TextRole.SMALL, tone="muted")
        self.bring = button(self.tr("Bring in a file…"), "secondary")
        title = row(label(self.tr("Lessons"), TextRole.H1), self.bring)
        title.setStretch(0, 1)
        words = self.tr("Plans for a class, with a view for the projector. Adapt a copy, or teach one as it is.")
        tools = FoldingRow(900, spacing=4 * GRID)
        tools.addWidget(self.case, 3)
        tools.addWidget(self.length, 3)
        tools.addWidget(self.words, 2)
        self.body.addLayout(title)
        self.body.addWidget(label(words, tone="muted"))
        self.body.addLayout(tools)
        self.body.addWidget(self.count)
        self.bring.clicked.connect(self.import_requested)
        self.case.chosen.connect(self._on_filter_chosen)
        self.length.chosen.connect(self._on_filter_chosen)
        self.words.textChanged.connect(self._on_words_text_changed)

    def _section(self, title: str, lessons: Sequence[Lesson]) -> QWidget:
        holder = QWidget()
        box = column(label(title, TextRole.H2), into=holder, spacing=3 * GRID)
        grid = CardGrid(330)
        for lesson in lessons:
            card = LessonCard(lesson, self._library)
            card.clicked.connect(self._on_card_clicked)
            self.cards.append(card)
            grid.addWidget(card)
        box.addLayout(grid)
        self.body.addWidget(holder)
        return holder

    @Slot()
    def _on_card_clicked(self) -> None:
        card = self.sender()
        assert isinstance(card, LessonCard)
        self.link_requested.emit(str(Link("lessons", (card.lesson.id,))))

    @Slot(int)
    def _on_filter_chosen(self, _place: int) -> None:
        self._tell()

    @Slot(str)
    def _on_words_text_changed(self, _words: str) -> None:
        self._tell()

    def _tell(self) -> None:
        self.show_matching(self.filter)
        self.announced.emit(self.count.text())
        self.filter_changed.emit()

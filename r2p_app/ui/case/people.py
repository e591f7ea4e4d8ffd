"""People and bodies of a case: who they were, what they did, when; by kind, by words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QLayout, QWidget

from r2p_app.content.dates import Precision, parse
from r2p_app.content.library import Library
from r2p_app.content.links import Link, item_link
from r2p_app.content.model import Actor, ActorKind, Case, Event
from r2p_app.ui.case.filter_tab import FilterTab
from r2p_app.ui.case.mentions import Mentions
from r2p_app.ui.case.records import mentions_in, records_of
from r2p_app.ui.format import day_range
from r2p_app.ui.state import AppState
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, column
from r2p_app.ui.widgets.card_grid import CardGrid
from r2p_app.ui.widgets.inline import plain
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.spans import write_field
from r2p_app.ui.widgets.toggles import Toggles
from r2p_app.ui.widgets.typeset import Typesetter

translate = QCoreApplication.translate


class PeopleTab(FilterTab):
    """A card for every person and body, people first."""

    batch = 9

    def __init__(self, case: Case, here: Link, state: AppState, parent: QWidget | None = None) -> None:
        order = tuple(ActorKind)
        found = records_of(state.library, case, Actor)
        self._actors = {actor.id: actor for actor in sorted(found, key=lambda one: order.index(one.kind))}
        present = {actor.kind for actor in found}
        self._kinds = tuple(kind for kind in ActorKind if kind in present)
        self._kind: ActorKind | None = None
        super().__init__(case, here, state, parent)

    def all_ids(self) -> Sequence[str]:
        """People, then bodies kind by kind, as the authors ordered them."""
        return tuple(self._actors)

    def words(self, item_id: str) -> str:
        """Name, role, years, note."""
        actor = self._actors[item_id]
        return plain(" ".join((actor.name, actor.role, actor.years, actor.note)))

    def passes(self, item_id: str) -> bool:
        """Only the chosen kind."""
        return self._kind is None or self._actors[item_id].kind is self._kind

    def make_head(self) -> Sequence[QWidget]:
        """The text filter, and the kinds."""
        self.text.setPlaceholderText(self.tr("Name or role"))
        self.text.setAccessibleName(self.tr("Filter people and bodies"))
        words = [self.tr("All"), *(enum_label(kind) for kind in self._kinds)]
        self.kinds = Toggles(words, self.tr("Kind"))
        self.kinds.chosen.connect(self._on_kinds_chosen)
        head = QWidget()
        column(self.text, self.kinds, into=head, spacing=3 * GRID)
        return (head,)

    def make_layout(self, holder: QWidget) -> QLayout:
        """As many columns as fit."""
        return CardGrid(320, spacing=4 * GRID, parent=holder)

    def make_card(self, item_id: str) -> QWidget:
        """A person or a body."""
        card = ActorCard(self.state.library, self._actors[item_id], mentions_in(self.state.library, self.case, item_id))
        card.prose.link_requested.connect(self.link_requested)
        if card.mentions is not None:
            card.mentions.link_requested.connect(self.link_requested)
        return card

    def show_everything(self) -> None:
        """Every kind, whatever the words."""
        super().show_everything()
        self._set_kind(None)

    def set_query(self, link: Link) -> None:
        """Words and kind."""
        super().set_query(link)
        wanted = link.value("kind")
        self._set_kind(next((kind for kind in self._kinds if kind.value == wanted), None))

    def query(self) -> tuple[tuple[str, str], ...]:
        """Words and kind."""
        return (*super().query(), *((("kind", self._kind.value),) if self._kind is not None else ()))

    def _set_kind(self, kind: ActorKind | None) -> None:
        self._kind = kind
        self.kinds.choose(0 if kind is None else self._kinds.index(kind) + 1)

    @Slot(int)
    def _on_kinds_chosen(self, index: int) -> None:
        self._kind = self._kinds[index - 1] if index else None
        self.apply()
        self.place_changed.emit()


class ActorCard(Card):
    """Kind and years, name, role, when they act in the case; the name opens the whole card.

    A button lists where the case tells of them.
    """

    def __init__(self, library: Library, actor: Actor, mentions: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(actor.name)
        self.prose = Prose(partial(_write_actor, actor, _when(library, mentions)), TextRole.BODY)
        self.body.addWidget(self.prose)
        self.mentions: Mentions | None = None
        if mentions:
            self.mentions = Mentions(library, mentions, actor.name)
            self.body.addWidget(self.mentions)
        self.body.addStretch(1)


def _when(library: Library, mentions: Sequence[str]) -> str:
    """Return the months from the first to the last event that names an actor, "" where none does."""
    events = (library.find(item_id, Event) for item_id in mentions)
    dates = [parse(event.date) for event in events if event is not None]
    if not dates:
        return ""
    first, last = min(date.earliest for date in dates), max(date.latest for date in dates)
    return day_range(first, last, precision=Precision.MONTH)


def _write_actor(actor: Actor, when: str, setter: Typesetter) -> None:
    setter.paragraph(role=TextRole.SMALL, tone="ink-2")
    setter.text(" · ".join(part for part in (enum_label(actor.kind), actor.years) if part))
    setter.paragraph(before=4, role=TextRole.H3)
    setter.link(actor.name, item_link("actor", actor.id))
    setter.paragraph(before=4)
    write_field(setter, actor.role)
    if when:
        setter.paragraph(before=4, role=TextRole.SMALL, tone="ink-2")
        setter.text(translate("People", "In the events of this case: %1").replace("%1", when))

"""In which order lanes stand, and which are folded to a line: a value, kept in links beside the filter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

Query = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`order` names lanes by id, from the top; lanes it does not name follow in the library's order."""

    order: tuple[str, ...] = ()
    folded: frozenset[str] = frozenset()

    @classmethod
    def from_query(cls, query: Query) -> "Arrangement":
        """Read an arrangement from a link; lanes that are not there do no harm."""
        values = dict(reversed(query))
        return cls(tuple(dict.fromkeys(_read(values, "order"))), frozenset(_read(values, "folded")))

    def to_query(self) -> Query:
        """Write only what differs from how lanes stand by themselves."""
        pairs = (("order", ",".join(self.order)), ("folded", ",".join(sorted(self.folded))))
        return tuple((name, value) for name, value in pairs if value)

    def places(self, lanes: Sequence[str]) -> list[int]:
        """Return the places of lanes (by id) in the order in which they stand."""
        rank = {lane: number for number, lane in enumerate(self.order)}
        return sorted(range(len(lanes)), key=lambda place: (rank.get(lanes[place], len(rank)), place))

    def moved(
        self, lanes: Sequence[str], lane: str, step: int, *, standing: Sequence[str] | None = None
    ) -> "Arrangement":
        """Return the arrangement after a lane went down (or up) by so many of the lanes given, as far as it can.

        `standing` are those that are seen, from the top, where not all are: the others keep their places.
        """
        known = [lanes[place] for place in self.places(lanes)]
        order = list(known if standing is None else standing)
        at = order.index(lane)
        order.insert(min(max(at + step, 0), len(order) - 1), order.pop(at))
        known += [one for one in order if one not in known]
        seen, moving = frozenset(order), iter(order)
        whole = [next(moving) if one in seen else one for one in known]
        whole += [hidden for hidden in self.order if hidden not in whole]
        return replace(self, order=() if whole == list(lanes) else tuple(whole))

    def toggled(self, lane: str) -> "Arrangement":
        """Return the arrangement with a lane folded, or opened again."""
        return replace(self, folded=self.folded ^ {lane})


def _read(values: dict[str, str], name: str) -> list[str]:
    return [part for part in values.get(name, "").split(",") if part]

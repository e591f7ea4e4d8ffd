"""Back and forward, like a browser's."""

from r2p_app.content.links import Link


class History:
    """The links visited, and where we are among them."""

    def __init__(self, limit: int = 200) -> None:
        self._links: list[Link] = []
        self._index = -1
        self._limit = limit

    @property
    def current(self) -> Link | None:
        """The link shown now."""
        return self._links[self._index] if self._links else None

    @property
    def behind(self) -> Link | None:
        """The link one step back, None at the beginning."""
        return self._links[self._index - 1] if self._index > 0 else None

    @property
    def ahead(self) -> Link | None:
        """The link one step forward, None at the end."""
        return self._links[self._index + 1] if self._index + 1 < len(self._links) else None

    def visit(self, link: Link) -> None:
        """Add a link after the present one; what lay ahead is forgotten. The same link again adds nothing."""
        if link != self.current:
            self._links = [*self._links[: self._index + 1], link][-self._limit :]
            self._index = len(self._links) - 1

    def amend(self, link: Link) -> None:
        """Replace the present link by one that restores the view as the person left it."""
        if self._links:
            self._links[self._index] = link

    def back(self) -> Link | None:
        """Go back one; None at the beginning."""
        return self._move(-1)

    def forward(self) -> Link | None:
        """Go forward one; None at the end."""
        return self._move(1)

    def _move(self, step: int) -> Link | None:
        if not 0 <= self._index + step < len(self._links):
            return None
        self._index += step
        return self._links[self._index]

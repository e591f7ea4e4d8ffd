"""Has the pack changed? A cheap look at the file system, for whoever polls or is told by a watcher."""

import stat
from pathlib import Path
from typing import NamedTuple

from r2p_app.content.files import Stamp, stamps


class Snapshot(NamedTuple):
    """How the pack's folder looked. Two snapshots are equal if nothing was written in between."""

    entries: frozenset[Stamp]

    @classmethod
    def take(cls, root: Path) -> "Snapshot":
        """Look at the folder; a folder that is gone is an empty one."""
        return cls(frozenset(stamps(root)))

    def files(self, root: Path) -> tuple[Path, ...]:
        """Return the files, for a watcher that wants to be told which to watch."""
        return tuple(sorted(root / entry.path for entry in self.entries if stat.S_ISREG(entry.mode)))

    def folders(self, root: Path) -> tuple[Path, ...]:
        """Return the folders that hold them, and the root."""
        return tuple(sorted({root, *(path.parent for path in self.files(root))}))


def changed(root: Path, previous: Snapshot) -> Snapshot:
    """Return how it looks now: `previous` itself if nothing has changed."""
    now = Snapshot.take(root)
    return previous if now == previous else now

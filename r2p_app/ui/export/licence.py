"""What has to be said about content that leaves the program: from where it is, and under which licence."""

import re

from PySide6.QtCore import QCoreApplication

from r2p_app.content.model import PackInfo

translate = QCoreApplication.translate


def licence_name(spdx: str) -> str:
    """Return a licence as people write it: "CC BY-SA 4.0" for "CC-BY-SA-4.0"."""
    match = re.fullmatch(r"CC-(BY(?:-[A-Z]{2})*)-([0-9.]+)", spdx)
    return f"CC {match[1]} {match[2]}" if match else spdx


def licence_line(pack: PackInfo) -> str:
    """Return title, authors and licence of a pack, as attribution asks for."""
    line = translate("Export", "From “%1” by %2. Licence: %3.")
    authors = ", ".join(pack.authors)
    return line.replace("%1", pack.title).replace("%2", authors).replace("%3", licence_name(pack.licence))

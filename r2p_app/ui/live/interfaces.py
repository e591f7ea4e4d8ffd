"""The addresses at which this computer can be reached, of which a teacher chooses one."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

LOOPBACK = "127.0.0.1"


class Interface(NamedTuple):
    """A way into this computer: its name in the system, and its IPv4 address."""

    name: str
    address: str

    @property
    def title(self) -> str:
        """Words for a list."""
        if self.address == LOOPBACK:
            words = QCoreApplication.translate("Live", "%1 (this computer only, to try it out)")
            return words.replace("%1", self.address)
        return f"{self.address} ({self.name})"


def interfaces() -> tuple[Interface, ...]:
    """Return the networks this computer is in now, and at the end the computer itself."""
    from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface  # only where a room may be opened

    found = [
        Interface(one.humanReadableName(), entry.ip().toString())
        for one in QNetworkInterface.allInterfaces()
        if one.flags() & QNetworkInterface.InterfaceFlag.IsRunning
        for entry in one.addressEntries()
        if entry.ip().protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol and not entry.ip().isLoopback()
    ]
    return (*_likeliest_first(found), Interface("", LOOPBACK))


def _likeliest_first(found: Iterable[Interface]) -> list[Interface]:
    """Networks of homes and schools come before those that programs make for themselves."""
    made = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "tun", "utun", "zt", "tailscale", "vethernet")
    return sorted(found, key=lambda one: (one.name.casefold().startswith(made), one.address.startswith("169.254.")))

"""The one socket of a room: on one address, and on a port that is short to type where that is free."""

import socket
import sys

PORTS = (8000, 8080, 8888, 0)
"""Short to type; the last stands for any that is free."""


def bind(address: str, ports: tuple[int, ...] = PORTS) -> socket.socket:
    """Return a socket that listens on one address, on the first of these ports that is free; raise `OSError`."""
    refused: OSError | None = None
    for port in ports:
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if sys.platform == "win32":
                made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind((address, port))
            made.listen(512)
        except OSError as fault:
            made.close()
            refused = fault
            continue
        return made
    raise refused or OSError("no port was named")

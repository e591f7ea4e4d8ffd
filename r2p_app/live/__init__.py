"""The live quiz: the room, what is said between room and phones, and the server on the local network.

The room is arithmetic over values and knows no network; the server knows no window.
"""

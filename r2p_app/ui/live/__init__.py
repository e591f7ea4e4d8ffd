"""The live quiz in the window: choosing questions, the open room, what the projector shows, results of a class.

Belongs here: widgets and their words. Does not: rules of the room and the network (`r2p_app.live`).
"""

"""What the learner did: profiles, answers, reading and settings, kept safe in SQLite; values go in, values come out.

Does not belong here: judging an answer, choosing what comes next, words for the screen, anything of Qt.
"""

from r2p_app.store.open_profile import Store

__all__ = ["Store"]

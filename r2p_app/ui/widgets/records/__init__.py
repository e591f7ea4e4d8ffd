"""What each kind of record looks like, wherever it is shown: in a floating card, or in the middle of a chapter.

Belongs here: one builder per kind, in one table. Does not: frames, places on the screen, what opens a record.
"""

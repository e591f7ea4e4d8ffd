"""What a learner marks and writes: highlights, notes, bookmarks, and how they find their place again in changed text.

Keeping belongs to `store`, drawing to `ui`.
"""

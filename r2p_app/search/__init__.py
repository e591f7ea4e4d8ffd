"""Finding: what can be found, how it is indexed (FTS5) and how typed words become a query.

Knows content; the window and the learner's own notes come in as values.
"""

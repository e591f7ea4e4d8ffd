"""Where the learner stands, as values, and the cards that say it: on Home, and where cases are chosen.

Belongs here: what is derived from library and store for those two. Does not: pages, general widgets.
"""

"""What Home shows: where the learner stands, as values, and the cards that say it.

Belongs here: the parts of one page. Does not: anything another page would use (that is `widgets`).
"""

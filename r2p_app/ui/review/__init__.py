"""What the learner knows and what comes next: gathered from the store, in words, cards and charts.

Belongs here: what the Review page, Home and the rail say about reviews. Does not: when they come back.
"""

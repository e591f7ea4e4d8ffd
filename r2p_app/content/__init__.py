"""What the pack says: typed records, dates, links, markup, and the checks that keep them true.

Belongs here: everything from a YAML line to a `Library`. Does not: anything about a learner, a screen or a clock.
"""

"""What many answers say about the questions, for authors and teachers: a table, and one question in detail.

Belongs here: rows, words and bars. Does not: how anything is worked out (`learning.statistics`).
"""

"""The doctrine: what became of the elements of 2001, and a guide that tells four ideas apart.

Belongs here: the parts of the page “The doctrine”. Does not: tables and cards of comparisons (`ui.compare`).
"""

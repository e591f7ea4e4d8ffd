"""Comparisons as tables and cards, and what happened beside what was decided.

Belongs here: the parts of the page “Compare”. Does not: the page itself, arithmetic about days (`r2p_app.timeline`).
"""

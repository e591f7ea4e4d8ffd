"""The tabs of a case: what it holds besides its chapters.

Belongs here: the row of tabs, one module per tab. Does not: charts, maps, lanes, cards of records, which tabs only use.
"""

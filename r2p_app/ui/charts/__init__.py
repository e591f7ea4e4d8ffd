"""Charts of data series: arithmetic, one paint routine, the widget, and its twin as a table.

Belongs here: what a series looks like. Does not: what it means, which the content says.
"""

"""One module per page: what the rail, a link or the palette opens.

Belongs here: the joining of a model with widgets. Does not: painting, arithmetic, knowledge of other pages.
"""

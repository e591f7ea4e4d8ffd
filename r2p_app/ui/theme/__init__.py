"""How everything looks: tokens, fonts, palette, style sheet and icons.

Belongs here: every colour, size and style sheet of the program. Does not: widgets.
"""

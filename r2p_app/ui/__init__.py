"""The window: pages, widgets and the theme. The only package that knows Qt.

Belongs here: what a person sees and does. Does not: what is true, what is due, what is kept (content, learning, store).
"""

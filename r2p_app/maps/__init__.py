"""Maps: what is drawn of a region, how the globe is laid flat, where labels find room, what is near.

Belongs here: arithmetic on places and lines. Does not: painting, Qt, words for people.
"""

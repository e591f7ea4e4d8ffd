"""Handouts for a class: what they are made of, versions of a test and their keys, cards, a frieze; the form of each.

The words on them are written by the window, in its language (`ui.paper`); here is what needs no words.
"""

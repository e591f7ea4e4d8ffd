"""Handouts: what stands on each kind, in the language of the window, and the dialog that asks which one.

Their form is data of `export.paper.handouts`; papers of the decision lab come from `ui.lab.papers`.
"""

"""How answers are judged and what follows from them: question kinds, runs, confidence, selection.

Belongs here: rules of learning as functions of values and time. Does not: storage (`store`), widgets (`ui`), history.
"""

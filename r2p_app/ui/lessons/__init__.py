"""Lessons in the window: the list, one plan, a teacher's own copy, the projector and the presenter's view.

What follows from a plan (its order, its slides, its pace) is worked out in `r2p_app.lessons`.
"""

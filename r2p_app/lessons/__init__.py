"""Lesson plans: running order, minutes, a teacher's own copies, and what a projector shows at each step.

Knows content only; windows belong to `ui.lessons`, paper to `export`.
"""

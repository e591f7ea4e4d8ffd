"""The decision lab: choosing, the five steps of an exercise, sequences, what was judged over time, and a class.

Belongs here: widgets over `lab.Exercise` and `lab.Horizon`. Does not: what may be shown before the advice (that is the
horizon's), where exercises are kept.
"""

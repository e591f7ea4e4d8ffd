"""The learner's judgement on a criterion: levels, reasons, evidence; shared by case tab, matrix and decision lab.

Belongs here: widgets that take and give a `Weighing`. Does not: where judgements are kept, the readings of others.
"""

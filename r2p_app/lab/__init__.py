"""The decision lab: what was known on the day, an exercise and its steps, judgements on criteria.

Arithmetic over content and values; keeping belongs to `store`, drawing to `ui.lab`.
"""

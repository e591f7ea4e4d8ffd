"""The parts of the Settings page: a control for each declared preference and setting, the profile, the program.

Belongs here: what shows and changes declared settings. Does not: the declarations (`preferences`, `store.settings`).
"""

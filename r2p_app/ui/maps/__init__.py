"""The map as widgets: painting, moving about, choosing places, pointing at one.

Belongs here: what is drawn and touched. Does not: arithmetic on places (`r2p_app.maps`), what a case has to say.
"""

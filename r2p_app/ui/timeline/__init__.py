"""The timeline on the screen: one painted widget, its overview and its details; the arithmetic is elsewhere."""

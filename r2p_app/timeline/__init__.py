"""The arithmetic of the timeline: days and pixels, filters, placing of labels, neighbours. No painting, no words.

An event is its index in `items.Items`; lengths are pixels, times are day numbers (see `content.dates`).
"""

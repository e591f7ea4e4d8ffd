"""Reading a chapter: its text, its margin, what stands in it, and how far one has come.

Belongs here: the parts of the case page that read. Does not: what a record looks like (`widgets.records`), questions.
"""

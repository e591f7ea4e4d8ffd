"""What a class sees: sheets that grow with the screen, and the window that fills it. What stands on them comes in.

Nothing of the teacher's belongs here.
"""

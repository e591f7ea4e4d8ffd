"""Content as files for other programs: tables and data formats. No pictures, no words of the window, no disk.

Every format is made piece by piece, so that whoever writes it can show progress and stop.
"""

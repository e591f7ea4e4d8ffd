"""Highlights, notes and bookmarks in the window: made in the reader, listed on their page. Not how places are found."""

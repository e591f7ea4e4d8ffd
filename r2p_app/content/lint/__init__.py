"""The rules of teaching that a program can check: names and words, tolls, seats, options. See docs/authoring.md."""

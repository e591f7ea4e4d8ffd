"""Widgets that ask questions: a card per kind, feedback, confidence, runs. They grade nothing and store nothing."""

"""An offline desktop application that teaches the Responsibility to Protect."""

__version__ = "0.1.0"

"""Everyone can use it: every page, dialog and state under the rules of WCAG 2.2, and what a screen reader meets."""

"""Widgets that any page may use; none of them knows a page, a store or the window."""

"""Dual publicity (双公示): decisions on licences and penalties in the official columns."""

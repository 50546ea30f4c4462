"""The acts on licence cases and penalty cases."""

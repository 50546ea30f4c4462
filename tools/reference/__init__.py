"""Writes the pages of docs/reference that are readings of the program."""

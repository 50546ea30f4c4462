"""What keeps the code in order; not part of what an agency runs."""

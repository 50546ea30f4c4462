"""The public site: every public address."""

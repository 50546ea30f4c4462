"""Disclosure on application: requests for government information."""

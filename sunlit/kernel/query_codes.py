"""Query codes: what somebody needs beside a case's number to ask how the case stands."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Digits and capitals that cannot be taken for one another when read over the telephone."""
LENGTH = 8


def new_query_code() -> str:
    """Return a fresh code, drawn by chance from more than eight hundred thousand million."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))

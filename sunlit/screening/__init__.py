"""Finds what must not become public: secrecy marks, personal data, wrong words, hidden content."""

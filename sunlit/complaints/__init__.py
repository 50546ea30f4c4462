"""Complaints and reports from the public: hotline, letters, visits, web."""

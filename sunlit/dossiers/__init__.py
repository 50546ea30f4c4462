"""Recruitment and tenders, disclosed stage by stage."""

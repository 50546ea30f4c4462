"""Reconsideration and litigation, each file chained to the act that it contests."""

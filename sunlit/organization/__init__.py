"""The agency, its offices, posts and officials: who answers for what, who may do what."""

"""Who may change what an agency is and sets for itself, and when."""

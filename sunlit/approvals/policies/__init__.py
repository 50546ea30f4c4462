"""Who may do what in licence cases and penalty cases, and when."""

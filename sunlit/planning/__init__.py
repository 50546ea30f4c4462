"""The year's work plan for open government: goals, tasks, and what is done when."""

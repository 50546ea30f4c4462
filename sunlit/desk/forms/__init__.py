"""What is typed in at the desk for the acts on the organization."""

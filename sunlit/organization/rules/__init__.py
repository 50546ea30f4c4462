"""The pure rules of what an agency is and sets for itself."""

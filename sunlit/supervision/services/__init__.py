"""The acts of supervision. The only code that writes its records at the desk."""

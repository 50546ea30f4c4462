"""Machine doors: taking a year of records in, and later giving records out by standards."""

"""What a figure is: a population of records and a condition; never a number of its own."""

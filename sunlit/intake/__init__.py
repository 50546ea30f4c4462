"""How a folder with a year of records is read, checked and refused."""

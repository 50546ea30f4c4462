"""Finding what is public by its title."""

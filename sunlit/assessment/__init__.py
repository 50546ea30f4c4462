"""How well the promises were kept: the year's self-assessment, written from the records."""

"""The staff's site: registers, records, acts."""

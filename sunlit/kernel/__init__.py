"""Pure Python below every other room: working days, clocks, citations, refusals, numbering."""

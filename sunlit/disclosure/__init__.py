"""What the agency publishes: catalogue, items, the secrecy review, the gate to publication."""

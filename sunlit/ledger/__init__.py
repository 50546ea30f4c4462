"""Every official act, append-only; and the worker that carries out what follows from it."""

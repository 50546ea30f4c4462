"""Normative documents: the library, and the clean-up that keeps or repeals them."""

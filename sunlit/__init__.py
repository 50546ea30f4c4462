"""Sunlit (阳光公开): software with which a public agency governs in the open."""

"""Documents that the office hands out: one neutral paper, written as DOCX and as PDF."""

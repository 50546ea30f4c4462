"""Reads, checks, draws and runs the flow charts of procedures (BPMN 2.0); knows no duty by name."""

"""The list of powers and responsibilities, its flow charts, and the service window."""

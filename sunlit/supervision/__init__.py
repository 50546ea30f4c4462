"""Who watches: supervisors and their meetings, inspections, accountability, surveys, training."""

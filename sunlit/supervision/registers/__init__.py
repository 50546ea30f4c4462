"""The registers of supervision at the desk."""

from sunlit.design.registers import register
from sunlit.supervision.registers import inspections, learning, meetings, surveys

register(*meetings.REGISTERS, *inspections.REGISTERS, *surveys.REGISTERS, *learning.REGISTERS)

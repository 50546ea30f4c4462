"""The registers of boards, media, numbers, signs, events and the joined site at the desk."""

from sunlit.channels.registers import boards, media, outdoors, site
from sunlit.design.registers import register

register(*boards.REGISTERS, *media.REGISTERS, *outdoors.REGISTERS, *site.REGISTERS)

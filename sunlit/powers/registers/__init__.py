"""The registers of powers, flow charts and delegations at the desk."""

from sunlit.powers.registers import charts, powers

__all__ = ["charts", "powers"]

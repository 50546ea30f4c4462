"""The names that a chart of this program may use: acts of the desk, roles, parties, provisions."""

from sunlit.design.registers import all_registers
from sunlit.flows.library import shipped
from sunlit.flows.linting import Names
from sunlit.organization.models import Role
from sunlit.statutes.law import provision_names, rule_names

RECORD = "flow.record"
"""The act that enters on a case that a step was done, where no act of its own does it."""
PARTIES = frozenset({"applicant", "party", "third_party", "public", "other_body"})
"""Who takes part in a procedure without being an official of the agency."""


def known_names() -> Names:
    """Return the names to hold a chart against; an act is named `REGISTER.ACT`, as at the desk."""
    acts = {
        f"{register.name}.{act.name}"
        for register in all_registers().values()
        for act in (*register.acts, *register.opening)
    }
    return Names(
        acts=acts | {RECORD},
        roles={role.value for role in Role} | PARTIES,
        rules={*provision_names(), *rule_names()},
        procedures=set(shipped()),
    )

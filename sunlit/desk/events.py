"""What the desk itself writes into the ledger."""

from dataclasses import dataclass

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class PersonalDataExported(Event):
    """Records of a register were taken out of the system with the personal data in them."""

    register: str
    records: int
    asked_for: str
    """What stood in the address: which records were asked for."""

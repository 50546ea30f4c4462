"""The records of requests for information."""

from sunlit.foi.models.clock import ClockEvent, ClockEventKind, Ground
from sunlit.foi.models.requests import (
    ApplicantKind,
    Channel,
    InformationRequest,
    ThirdPartyAnswer,
)

__all__ = [
    "ApplicantKind",
    "Channel",
    "ClockEvent",
    "ClockEventKind",
    "Ground",
    "InformationRequest",
    "ThirdPartyAnswer",
]

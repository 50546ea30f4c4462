"""The records of channels."""

from sunlit.channels.models.boards import Board, Posting, PostingKind
from sunlit.channels.models.media import MediaOutlet, OutletType, Placement, PlacementKind
from sunlit.channels.models.outdoors import CampaignEvent, StreetSign
from sunlit.channels.models.phones import HotlineNumber
from sunlit.channels.models.site import Integration, IntegrationStep, SharedColumn

__all__ = [
    "Board",
    "CampaignEvent",
    "HotlineNumber",
    "Integration",
    "IntegrationStep",
    "MediaOutlet",
    "OutletType",
    "Placement",
    "PlacementKind",
    "Posting",
    "PostingKind",
    "SharedColumn",
    "StreetSign",
]

"""What happens on boards, in the media, in the streets, on the phone lines and on the site."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class BoardSetUp(Event):
    """A board was set up."""

    is_public = True
    name: str


@dataclass(frozen=True)
class NoticePosted(Event):
    """A paper was posted on a board."""

    is_public = True
    code: str
    board: str
    title: str


@dataclass(frozen=True)
class NoticeTakenDown(Event):
    """A paper was taken down from a board."""

    is_public = True
    code: str


@dataclass(frozen=True)
class OutletListed(Event):
    """A media outlet was put on the list of those in which the agency appears."""

    is_public = True
    name: str
    type: str


@dataclass(frozen=True)
class PlacementAppeared(Event):
    """Something appeared in a media outlet."""

    is_public = True
    code: str
    outlet: str
    kind: str
    title: str
    times: int


@dataclass(frozen=True)
class NumberPublished(Event):
    """A number that the public may call was published, or its entry was restated."""

    is_public = True
    code: str
    name: str
    number: str


@dataclass(frozen=True)
class SignInstalled(Event):
    """A street sign was installed, or its entry in the register was restated."""

    is_public = True
    code: str
    place: str


@dataclass(frozen=True)
class SignInspected(Event):
    """A street sign was inspected."""

    is_public = True
    code: str
    condition: str


@dataclass(frozen=True)
class CampaignEventHeld(Event):
    """An event was held at which the agency showed what it does."""

    is_public = True
    code: str
    name: str
    until: date


@dataclass(frozen=True)
class IntegrationStepDone(Event):
    """A step of joining the agency's site with the government portal was done."""

    is_public = True
    position: int
    name: str


@dataclass(frozen=True)
class SiteWentLive(Event):
    """The site joined with the government portal went live."""

    is_public = True
    project: str


@dataclass(frozen=True)
class ColumnShared(Event):
    """A column was shared with the government portal: published once, seen on both sites."""

    is_public = True
    name: str

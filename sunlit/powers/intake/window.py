"""Taking in the service window with its centralisations, and the convenience services."""

from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Count, Day, Listed, Row, YesNo
from sunlit.powers import events
from sunlit.powers.models import ConvenienceService, Guided, ServiceWindow, WindowMilestone

GUIDE = tuple(field.name for field in Guided._meta.get_fields())


class WindowPart(Row):
    """The window itself, in service_window.yaml."""

    name: str
    opened_on: Day
    address: str = ""
    phone: str = ""
    staff: Count


class MilestonePart(Row):
    """A centralisation, or a thing in place."""

    name: str
    done_on: Day
    evidence: str


class ChiefPart(Row):
    """The chief representative."""

    post: str
    authorised_on: Day
    document: str
    powers: Listed = ()


class ServicePart(Row):
    """A convenience service."""

    code: Code
    name: str
    days: str
    in_window: YesNo
    fee: str = ""


class WindowDocument(Row):
    """service_window.yaml."""

    window: WindowPart
    two_concentrations: tuple[MilestonePart, ...]
    three_in_place: tuple[MilestonePart, ...]
    chief_representative: ChiefPart
    convenience_services: tuple[ServicePart, ...]


def take_window(folder: Folder) -> None:
    document = folder.document("service_window.yaml", WindowDocument)
    if document is None:
        return
    part, chief = document.window, document.chief_representative
    window = ServiceWindow(
        agency=folder.agency,
        name=part.name,
        opened_on=part.opened_on,
        address=part.address,
        phone=part.phone,
        staff=part.staff,
        chief_post=chief.post,
        chief_authorised_on=chief.authorised_on,
        chief_document=chief.document,
        chief_powers=list(chief.powers),
    )
    stored = folder.restate(
        ServiceWindow,
        {part.name: window},
        key="name",
        begins=("opened_on", "chief_authorised_on"),
    )
    window = stored.records.get(part.name, window)
    if part.name in stored.told:
        opened = events.WindowOpened(name=part.name)
        folder.enter(opened, window, day=part.opened_on, basis="power.list", row=part)
        _take_milestones(folder, window, document)
    _take_services(folder, document)


def _take_milestones(folder: Folder, window: ServiceWindow, document: WindowDocument) -> None:
    lists = {
        WindowMilestone.Kind.CENTRALISATION: document.two_concentrations,
        WindowMilestone.Kind.IN_PLACE: document.three_in_place,
    }
    known = set() if folder.faults else set(window.milestones.values_list("kind", "name"))
    parts = [
        (kind, part)
        for kind, group in lists.items()
        for part in group
        if (kind.value, part.name) not in known
    ]
    milestones = folder.save(
        WindowMilestone,
        [
            WindowMilestone(
                window=window,
                kind=kind,
                name=part.name,
                done_on=part.done_on,
                evidence=part.evidence,
            )
            for kind, part in parts
        ],
    )
    for milestone, (_kind, part) in zip(milestones, parts, strict=True):
        reached = events.MilestoneReached(name=part.name, evidence=part.evidence)
        folder.enter(reached, milestone, day=part.done_on, basis="power.list", row=part)


def _take_services(folder: Folder, document: WindowDocument) -> None:
    services = {
        part.code: ConvenienceService(
            agency=folder.agency,
            code=part.code,
            name=part.name,
            days=part.days,
            in_window=part.in_window,
            fee=part.fee,
        )
        for part in document.convenience_services
    }
    stored = folder.restate(ConvenienceService, services, keeps=GUIDE)
    folder.shelve("service", stored.records)
    folder.attach("service", "items")
    for part in document.convenience_services:
        if part.code in stored.told:
            offered = events.ServiceOffered(code=part.code, name=part.name)
            day = document.window.opened_on
            record = stored.records[part.code]
            folder.enter(offered, record, day=day, basis="power.list", row=part)

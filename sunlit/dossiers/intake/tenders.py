"""Taking in the year's tender: lots, stages, the objection."""

from decimal import Decimal

from django.utils.translation import gettext as _

from sunlit.dossiers import events
from sunlit.dossiers.intake.documents import ObjectionPart, TenderDocument
from sunlit.dossiers.intake.stages import decided_on, enter, take_dossier
from sunlit.dossiers.models import Dossier, Kind, Lot, Objection
from sunlit.intake.folder import Folder

FILE = "tender.yaml"
WAN = Decimal(10000)


def take(folder: Folder) -> None:
    """Take in the tender of the year."""
    document = folder.document(FILE, TenderDocument)
    if document is None:
        folder.take_links(Kind.TENDER)  # which stages there are, nobody knows
        return
    dossier = Dossier(
        agency=folder.agency,
        year=folder.year,
        kind=Kind.TENDER,
        code=document.project_no,
        title=document.project,
        office=folder.find("office", document.handled_by, document, "handled_by"),
        facts={name: getattr(document, name) for name in ("owner", "agency", "venue", "term")},
    )
    take_dossier(folder, dossier, document, document.stages)
    _take_lots(folder, dossier, document)
    if document.objection:
        _take_objection(folder, dossier, document.objection)


def _take_lots(folder: Folder, dossier: Dossier, document: TenderDocument) -> None:
    day = decided_on(folder, dossier, document.stages)
    lots: dict[str, Lot] = {}
    for part in document.lots:
        if part.code in lots:
            folder.fault_twice(part, "code", part.code)
        if bool(part.winner) != (part.price_wan is not None):
            column = "price_wan" if part.winner else "winner"
            folder.fault(part, column, _("An awarded lot needs both a winner and a price."))
        lot = Lot(
            dossier=dossier,
            code=part.code,
            name=part.name,
            base_price=part.base_price_wan * WAN,
            bidders=part.bidders,
        )
        if part.winner and part.price_wan is not None:
            lot.award(winner=part.winner, price=part.price_wan * WAN, on=day)
        lots[part.code] = lot
    folder.save(Lot, lots.values())
    for part in document.lots:
        lot = lots[part.code]
        offered = events.LotOffered(part.code, part.name)
        enter(folder, dossier, offered, lot, day=dossier.opened_on, row=part)
        if lot.price is not None:
            awarded = events.LotAwarded(part.code, part.winner, lot.price)
            folder.enter(awarded, lot, day=day, basis="tender.award", row=part)


def _take_objection(folder: Folder, dossier: Dossier, part: ObjectionPart) -> None:
    folder.in_order(part, "received", "replied")
    if bool(part.replied) != bool(part.result):
        column = "result" if part.replied else "replied"
        folder.fault(part, column, _("An answered objection needs both a day and a result."))
    objection = Objection(
        dossier=dossier,
        number=1,
        raised_on=part.received,
        raised_by=part.raised_by,
        content=part.content,
        answered_on=part.replied,
        result=part.result,
    )
    folder.save(Objection, [objection])
    raised = events.ObjectionRaised(part.raised_by)
    enter(folder, dossier, raised, objection, day=part.received, row=part)
    if part.replied:
        answered = events.ObjectionAnswered(part.result)
        enter(folder, dossier, answered, objection, day=part.replied, row=part)

"""Who may register a document and decide whether it is disclosed, and on which ground."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.disclosure.models import Attribute, Ground, SourceDocument
from sunlit.disclosure.policies.drafting import why_not_draft
from sunlit.disclosure.policies.stages import REVIEW, cited
from sunlit.kernel.refusals import NotPermitted, NotYetLaw, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day

DECIDERS = (Role.CLERK, Role.SECTION_HEAD, Role.SECRECY_REVIEWER)
CLOSED = (Attribute.ON_APPLICATION, Attribute.WITHHELD)
REASSESS = "disclosure.reassess"
"""By which provision what is withheld is looked at again, since 2019."""


def why_not_register(by: Official, _nothing: object = None) -> Refused | None:
    """Say why this official may not register a document: who may draft may register."""
    return why_not_draft(by, None)


def why_not_decide_disclosure(by: Official, document: SourceDocument) -> Refused | None:
    """Say why this official may not decide whether a document is disclosed."""
    if not by.has_role(*DECIDERS):
        return NotPermitted(
            _("Only a section head, a disclosure clerk or a secrecy reviewer decides whether a "
              "document is disclosed."),
            remedy=_("Ask the head of %(office)s.") % {"office": document.office.name},
            basis=cited(REVIEW, on=document.made_on),
        )  # fmt: skip
    if document.item and document.item.is_public:
        return WrongMoment(
            _("%(code)s is public already.") % {"code": document.code},
            remedy=_("Have the item withdrawn first, with the reason."),
            basis=cited("disclosure.correction", on=document.made_on),
        )
    return None


def why_not_so(
    by: Official, document: SourceDocument, attribute: Attribute, ground: str, *, on: date
) -> Refused | None:
    """Say why it cannot be decided so: who, on which ground, by the law of which day."""
    if attribute is Attribute.WITHHELD and not by.has_role(Role.SECRECY_REVIEWER):
        return NotPermitted(
            _("Only a secrecy reviewer decides that a document is withheld."),
            remedy=_("Ask the secrecy reviewer."),
            basis=cited(REVIEW, on=on),
        )
    if attribute is Attribute.WITHHELD and by.pk == document.registered_by_id:
        return NotPermitted(
            _("Who registered a document does not withhold it."),
            remedy=_("Another official must take this one."),
            basis=cited(REVIEW, on=on),
        )
    if attribute not in CLOSED:
        return None
    if not ground:
        return Unacceptable(
            _("What is not open to all needs a ground."),
            remedy=_("Choose the ground that the law gives."),
            basis=cited("disclosure.withheld", on=on),
        )
    is_for_some = Ground(ground) is Ground.ON_APPLICATION
    if is_for_some != (attribute is Attribute.ON_APPLICATION):
        return Unacceptable(
            _("This ground does not fit: %(ground)s.") % {"ground": Ground(ground).label},
            remedy=_("Choose the ground that the law gives."),
            basis=cited(Ground(ground).provision, on=on),
        )
    return _why_not_yet_a_ground(Ground(ground), on=on)


def why_not_reassess(by: Official, document: SourceDocument) -> Refused | None:
    """Say why this official may not look again at a document that is withheld."""
    if document.attribute != Attribute.WITHHELD:
        return WrongMoment(
            _("%(code)s is not withheld.") % {"code": document.code},
            remedy=_("Decide anew whether it is disclosed, if that has to change."),
            basis=cited(REASSESS, on=office_day()),
        )
    if by.has_role(Role.SECRECY_REVIEWER):
        return None
    if document.ground == Ground.SECRET:
        return NotPermitted(
            _("Only a secrecy reviewer looks again at what is a state secret."),
            remedy=_("Ask the secrecy reviewer."),
            basis=cited(REASSESS, on=office_day()),
        )
    if not by.has_role(Role.SECTION_HEAD) or by.office_id != document.office_id:
        return NotPermitted(
            _("Only the head of the office that made it, or a secrecy reviewer, looks again at "
              "what is withheld."),
            remedy=_("Ask the head of %(office)s.") % {"office": document.office.name},
            basis=cited(REASSESS, on=office_day()),
        )  # fmt: skip
    return None


def why_not_reassess_on(day: date, document: SourceDocument) -> Refused | None:
    """Say why nothing that is withheld is looked at again on a day: no law yet, or just done."""
    try:
        basis = statutes.provision(REASSESS, on=day)
    except NotYetLaw as refusal:
        return refusal
    last_on = document.last_looked_at_on
    if last_on is None or day > last_on:
        return None
    return WrongMoment(
        _("It was looked at on %(day)s; to look again is for a later day.") % {"day": last_on},
        remedy=_("Decide anew whether it is disclosed, if the decision was wrong."),
        basis=basis,
    )


def why_not_draft_from(by: Official, document: SourceDocument) -> Refused | None:
    """Say why this official may not draft the item that publishes a document, or name it."""
    if refusal := why_not_draft(by, None):
        return refusal
    if document.attribute != Attribute.OPEN:
        return WrongMoment(
            _("It has not been decided that %(code)s is open to all.") % {"code": document.code},
            remedy=_("Have that decided first."),
            basis=cited(REVIEW, on=document.made_on),
        )
    if document.item is not None:
        return WrongMoment(
            _("%(code)s has its item already: %(item)s.")
            % {"code": document.code, "item": document.item.code},
        )
    return None


def _why_not_yet_a_ground(ground: Ground, *, on: date) -> Refused | None:
    try:
        statutes.provision(ground.provision, on=on)
    except NotYetLaw as refusal:
        return Unacceptable(
            _("The law of %(day)s knows no such ground: %(ground)s.")
            % {"day": on, "ground": ground.label},
            remedy=_("It is one since %(since)s. Choose another one.") % {"since": refusal.since},
            basis=cited("disclosure.withheld", on=on),
        )
    return None

"""Who may enter, amend and repeal the text of a document, and what contradicts its days."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.design.faces import day as in_words
from sunlit.design.markup import visible_text
from sunlit.disclosure.models import Item
from sunlit.kernel.refusals import Refused, Unacceptable, WrongMoment
from sunlit.norms import selectors
from sunlit.norms.models import NormativeDocument, NormText
from sunlit.norms.policies.documents import why_not_register
from sunlit.norms.rules import Standing
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day

LIVING = (Standing.IN_FORCE, Standing.NOT_YET_IN_FORCE)


def why_not_enter_text(by: Official, document: NormativeDocument) -> Refused | None:
    """Say why this official may not enter the first text of this document now."""
    if refusal := why_not_register(by, None):
        return refusal
    if selectors.texts_of(document).exists():
        return WrongMoment(
            _("The text of the document has been entered."),
            remedy=_("Enter the amendment, if it says something else now."),
        )
    return None


def why_not_this_text(item: Item) -> Refused | None:
    """Say why an item cannot be the text of a document: it says nothing."""
    if visible_text(item.body):
        return None
    return Unacceptable(
        _("%(number)s has no text of its own.") % {"number": item.index_number},
        remedy=_("Choose an item whose text is written on its page, not in an attachment alone."),
    )


def why_not_amend(
    by: Official, document: NormativeDocument, *, on: date | None = None
) -> Refused | None:
    """Say why this official may not enter an amendment of this document now."""
    if refusal := why_not_register(by, None):
        return refusal
    day = on or office_day()
    if refusal := _why_not_living(document, day):
        return refusal
    if not selectors.texts_of(document).exists():
        return WrongMoment(
            _("It has not been entered yet what the document says."),
            remedy=_("Enter its text first."),
            basis=statutes.provision("norms.repeal", on=day),
        )
    return None


def why_not_amended_by(
    last: NormText, amending: NormativeDocument, item: Item, *, valid_from: date
) -> Refused | None:
    """Say why a document cannot say something else from a day on by another document."""
    document = last.document
    if refusal := _why_not_together(document, amending, valid_from):
        return refusal
    if valid_from <= last.valid_from:
        return Unacceptable(
            _("The text before holds from %(day)s; a new one holds from a later day.")
            % {"day": in_words(last.valid_from)}
        )
    if visible_text(item.body) == visible_text(last.body):
        return Unacceptable(
            _("%(number)s says the same as the text before.") % {"number": item.index_number},
            remedy=_("Choose the item with the amended text."),
        )
    return None


def why_not_repeal(
    by: Official, document: NormativeDocument, *, on: date | None = None
) -> Refused | None:
    """Say why this official may not enter now by which document this one is repealed."""
    if refusal := why_not_register(by, None):
        return refusal
    return _why_not_living(document, on or office_day())


def why_not_repealed_by(
    document: NormativeDocument, repealing: NormativeDocument, *, since: date
) -> Refused | None:
    """Say why one document cannot have repealed another from a day on."""
    if refusal := _why_not_together(document, repealing, since):
        return refusal
    later = selectors.texts_of(document).filter(valid_from__gte=since, number__gt=1).last()
    if later is not None:
        return Unacceptable(
            _("The document was amended on %(day)s; it was in force then.")
            % {"day": in_words(later.valid_from)}
        )
    return None


def _why_not_living(document: NormativeDocument, day: date) -> Refused | None:
    if selectors.status_on(document, day) in LIVING:
        return None
    return WrongMoment(
        _("The document is out of force already."),
        basis=statutes.provision("norms.repeal", on=day),
    )


def _why_not_together(
    document: NormativeDocument, actor: NormativeDocument, day: date
) -> Refused | None:
    """Say so where one document acts on another on a day on which one of them does not hold."""
    if actor.pk == document.pk:
        return Unacceptable(_("A document neither amends nor repeals itself."))
    if actor.issued_on < document.issued_on:
        return Unacceptable(
            _("%(code)s is older than the document that it would change.") % {"code": actor.code},
            remedy=_("Choose a document issued later."),
        )
    for one in (actor, document):
        if selectors.status_on(one, day) is not Standing.IN_FORCE:
            values = {"code": one.code, "day": in_words(day)}
            return Unacceptable(
                _("%(code)s is not in force on %(day)s.") % values,
                remedy=_("Choose a day on which both are in force."),
            )
    return None

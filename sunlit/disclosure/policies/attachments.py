"""Who may attach files to an item and open originals, and which files may be public."""

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure import selectors
from sunlit.disclosure.models import Item
from sunlit.disclosure.policies.drafting import why_not_revise
from sunlit.disclosure.policies.stages import REVIEW, of_case
from sunlit.disclosure.uploads import Upload
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role

MOST_ATTACHMENTS = 30


def why_not_attach(by: Official, item: Item) -> Refused | None:
    """Say why this official may not attach a file to this item now."""
    if refusal := why_not_revise(by, item):
        return refusal
    if item.attachments.count() >= MOST_ATTACHMENTS:
        return WrongMoment(
            _("%(code)s has %(count)s attachments already; no more are taken.")
            % {"code": item.code, "count": MOST_ATTACHMENTS},
            remedy=_("Put several papers into one file."),
        )
    return None


def why_not_this_file(item: Item, upload: Upload) -> Refused | None:
    """Say why this file cannot be attached to an item."""
    name = upload.cleaned.name
    if item.attachments.filter(name=name).exists():
        return Unacceptable(
            _("There is an attachment called %(name)s already.") % {"name": name},
            remedy=_("Rename the file, or take the other one off first."),
        )
    return None


def why_not_remove_attachment(by: Official, item: Item) -> Refused | None:
    """Say why this official may not take an attachment off this item now."""
    if refusal := why_not_revise(by, item):
        return refusal
    if not item.attachments.exists():
        return WrongMoment(_("%(code)s has no attachment.") % {"code": item.code})
    return None


def why_not_open_original(by: Official, item: Item) -> Refused | None:
    """Say why this official may not open the originals of an item's attachments."""
    if by.has_role(Role.SECRECY_REVIEWER, Role.AUDITOR):
        return (
            None
            if item.attachments.exists()
            else WrongMoment(_("%(code)s has no attachment.") % {"code": item.code})
        )
    return NotPermitted(
        _("Only a secrecy reviewer or an auditor may open an original: it holds what was taken out "
          "of it."),
        remedy=_("Ask the secrecy reviewer."),
        basis=of_case(REVIEW, item),
    )  # fmt: skip


def why_not_with_these_files(item: Item, *, afresh: bool = False) -> Refused | None:
    """Say so where an attachment is missing, or is not the file that was attached.

    `afresh`: read each file, as an act must; a page may trust what was proved and not touched.
    """
    for one in item.attachments.all():
        if selectors.why_not_readable(one, afresh=afresh):
            return Unacceptable(
                _("%(name)s is missing from the store, or is not the file that was attached.")
                % {"name": one.name},
                remedy=_("Restore it from a backup, or have the draft sent back and attach it."),
                basis=of_case(REVIEW, item),
            )
    return None

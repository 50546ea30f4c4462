"""A doubt in sentences: what may be wrong with a stage, and what to do about it."""

from django.utils.translation import gettext_lazy as _

from sunlit.dossiers.doubts import Doubt, DoubtKind

SAID = {
    DoubtKind.SKIPPED: _(
        "It was not published, though %(later)s, which comes after it, was, on %(later_on)s."
    ),
    DoubtKind.BEFORE_CAUSE: _(
        "It began on %(starts_on)s, before %(cause)s, which had to come first, was over."
    ),
    DoubtKind.TOO_SHORT: _(
        "It stood for %(stood)d days since it was public; it must stand for %(least)d."
    ),
    DoubtKind.HOLLOW: _("Its text says nothing: it is empty, very short, or a mere pointer."),
    DoubtKind.NO_FILE: _("Its text points to an attachment, and there is none."),
    DoubtKind.COPIED: _("Its text is %(share)d%% the same as that of %(other)s."),
    DoubtKind.GONE: _("The item %(item)s that published it is not public any more."),
    DoubtKind.UNREADABLE: _("The attachment %(file)s does not open."),
    DoubtKind.LACKS: _("Its text does not speak of: %(word)s."),
}
TO_DO = {
    DoubtKind.SKIPPED: _("Publish it, or say why it did not take place."),
    DoubtKind.BEFORE_CAUSE: _("Correct the days, or say why they are right."),
    DoubtKind.TOO_SHORT: _("Let it stand longer, or say why it was enough."),
    DoubtKind.HOLLOW: _("Publish an item that tells what came of it, and link it."),
    DoubtKind.NO_FILE: _("Attach the file to the item that publishes it."),
    DoubtKind.COPIED: _("Write what came of this stage, or say why both are the same."),
    DoubtKind.GONE: _("Link an item that is public, or say why it was withdrawn."),
    DoubtKind.UNREADABLE: _("Attach the file anew."),
    DoubtKind.LACKS: _("Add what is missing, or say why it does not apply."),
}


def said(doubt: Doubt) -> str:
    """Return what may be wrong, as a sentence."""
    return str(SAID[doubt.kind]) % doubt.values


def to_do(doubt: Doubt) -> str:
    """Return what to do about it."""
    return str(TO_DO[doubt.kind])

"""The figures of the register of documents at source."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.disclosure import selectors
from sunlit.disclosure.models import Attribute, Ground, SourceDocument
from sunlit.measures.registry import Face, Measure, Part, register

PARTS = {
    "attribute": Part("attribute", pgettext_lazy("document", "disclosure"), Attribute),
    "ground": Part("ground", _("ground of the conclusion"), Ground),
}


def _document(document: SourceDocument) -> Face:
    """What is withheld, or not public yet, has a number here and nothing else."""
    title = selectors.title_for_all(document)
    facts = (
        (pgettext_lazy("document", "disclosure"), document.get_attribute_display()),
        (_("ground of the conclusion"), document.get_ground_display()),
    )
    return Face(
        id=document.code,
        number=document.code,
        title=title,
        url=document.item.get_absolute_url() if document.item and document.item.is_public else "",
        day=document.made_on if title else None,
        facts=facts,
    )


register(
    Measure(
        code="disclosure.documents",
        label=_("Documents decided on at source"),
        counts=_("documents registered in the year, with the decision whether each is disclosed"),
        basis="disclosure.secrecy_review",
        population=selectors.source_documents_of_year,
        face=_document,
        parts=PARTS,
    ),
    Measure(
        code="disclosure.documents_reassessed",
        label=_("Withheld documents looked at again"),
        counts=_("documents that were withheld and were last looked at again in the year"),
        basis="disclosure.reassess",
        population=selectors.documents_reassessed_in,
        face=_document,
        parts=PARTS,
    ),
)

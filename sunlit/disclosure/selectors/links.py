"""Which link a token means, and to whom one can be handed."""

import hashlib
from datetime import timedelta

from django.core import signing
from django.db.models import QuerySet

from sunlit.disclosure.models import ApprovalLink
from sunlit.organization.models import Agency, Official, Role

SALT = "sunlit.disclosure.approval-link"
LONGEST = timedelta(days=7)
"""No link is good for longer than a week, whatever it says."""


def token_of(link: ApprovalLink, secret: str) -> str:
    """Return the token that stands in the address of a link: signed, and stored nowhere."""
    return signing.dumps([link.pk, secret], salt=SALT)


def digest_of_secret(secret: str) -> str:
    """Return what is stored of the secret of a link."""
    return hashlib.sha256(secret.encode()).hexdigest()


def link_by_token(token: str) -> ApprovalLink | None:
    """Return the link that a token means; None for one that we did not sign, or is too old."""
    try:
        pk, secret = signing.loads(token, salt=SALT, max_age=LONGEST)
    except signing.BadSignature:
        return None
    links = ApprovalLink.objects.select_related("review__item", "official__agency", "issued_by")
    return links.filter(pk=pk, secret_digest=digest_of_secret(secret)).first()


def approvers(agency: Agency) -> QuerySet[Official]:
    """Return the officials who may decide about a publication today."""
    acting = Official.objects.filter(agency=agency, is_active=True)
    return acting.filter(roles__role=Role.APPROVER, roles__until=None).order_by("post").distinct()

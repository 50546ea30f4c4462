"""Texts that must not become public as they are, and how they are answered."""

from sunlit.disclosure import selectors, services
from sunlit.disclosure.models import Item
from sunlit.organization.models import Official
from tests.disclosure import factories

TODAY = factories.TODAY
PHONE = "13812345678"
MASKED = "138****5678"
LEAK = f"来电人手机{PHONE}，反映夜间噪声。"
MARK = "本件为机密★一年，不得外传。"
CLEAN = "共检修28台。"


def fingerprints(item: Item) -> list[str]:
    return [one.fingerprint for one in selectors.open_findings(item)]


def keep(item: Item, by: Official, *, findings: list[str] | None = None) -> Item:
    chosen = fingerprints(item) if findings is None else findings
    return services.keep_findings(
        record_id=item.pk, by=by, today=TODAY, findings=chosen, reason="属于公开电话"
    )


def mask(item: Item) -> Item:
    return services.mask_findings(
        record_id=item.pk, by=factories.clerk(), today=TODAY, findings=fingerprints(item)
    )


def overwrite(item: Item, **fields: str) -> None:
    """Change a record past all services, as somebody with the database could."""
    Item.objects.filter(pk=item.pk).update(**fields)

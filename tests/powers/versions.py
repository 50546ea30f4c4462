"""Versions of flow charts for tests, from upload to the day on which they come into force."""

from datetime import date

from sunlit.disclosure import services as gate
from sunlit.disclosure.models import CategoryRole, Item
from sunlit.flows.library import chart_in_force
from sunlit.organization.models import Agency
from sunlit.powers import services
from sunlit.powers.models import ChartVersion, Procedure
from tests.disclosure import factories as items
from tests.organization.factories import agency

CODE = "license_ordinary"
UPLOADED = date(2012, 6, 8)
IN_FORCE = date(2012, 6, 15)
LAW = date(2004, 7, 1)
NOTE = "现场踏勘由两人进行。"


def procedure(code: str = CODE, *, of: Agency | None = None) -> Procedure:
    """Return the procedure of this code, made if need be."""
    found, _is_new = Procedure.objects.get_or_create(
        agency=of or agency(), code=code, defaults={"name": "行政许可一般程序"}
    )
    return found


def law(code: str = CODE, on: date = UPLOADED) -> bytes:
    """Return the chart of the law of a day."""
    chart = chart_in_force(code, on)
    assert chart is not None
    return chart.content


def redrawn(*changes: tuple[str, str], code: str = CODE) -> bytes:
    """Return the chart of the law with some of its text changed."""
    text = law(code).decode()
    for before, after in changes or (("现场踏勘", "两人现场踏勘"),):
        assert before in text, before
        text = text.replace(before, after)
    return text.encode()


def uploaded(content: bytes | None = None, *, on: date = UPLOADED) -> ChartVersion:
    """Return a version that the clerk has just uploaded."""
    return services.upload_chart(
        agency=agency(),
        by=items.clerk(),
        today=on,
        procedure=procedure().code,
        content=redrawn() if content is None else content,
        note=NOTE,
    )


def at_gate(content: bytes | None = None, *, on: date = UPLOADED) -> ChartVersion:
    """Return a version whose item has been drafted."""
    version = uploaded(content, on=on)
    category = items.category("ZQ03", name="职权运行流程图", role=CategoryRole.FLOW_CHARTS)
    return services.send_chart_to_gate(
        record_id=version.pk, by=items.clerk(), today=on, category=category.code
    )


def passed(item: Item, *, on: date = UPLOADED) -> Item:
    """Take an item through the gate, each step by another official, and publish it."""
    gate.section_review(record_id=item.pk, by=items.head(), today=on)
    gate.secrecy_review(record_id=item.pk, by=items.reviewer(), today=on, finding="ok")
    gate.approve(record_id=item.pk, by=items.approver(), today=on, decision="publish")
    return gate.publish(record_id=item.pk, by=items.clerk(), today=on)


def published(content: bytes | None = None, *, on: date = UPLOADED) -> ChartVersion:
    """Return a version whose item is public, and which is not yet in force."""
    version = at_gate(content, on=on)
    assert version.item is not None
    passed(version.item, on=on)
    return ChartVersion.objects.get(pk=version.pk)


def in_force(
    content: bytes | None = None, *, on: date = UPLOADED, since: date = IN_FORCE
) -> ChartVersion:
    """Return a version that has been put in force from a day on."""
    version = published(content, on=on)
    return services.put_chart_in_force(
        record_id=version.pk, by=items.clerk(), today=on, in_force_from=since
    )

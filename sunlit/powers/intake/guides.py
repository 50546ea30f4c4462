"""Taking in the guides: what applicants must know and hand in. The file may be absent."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Count, Row, YesNo, coded
from sunlit.powers import events
from sunlit.powers.models import (
    ConvenienceService,
    Guided,
    Level,
    Material,
    MaterialForm,
    Power,
    Source,
)

FILE = "guides.yaml"
FORMS = {
    "填写": MaterialForm.FILLED_IN,
    "原件": MaterialForm.ORIGINAL,
    "复印件": MaterialForm.COPY,
    "图纸": MaterialForm.DRAWING,
}
SOURCES = {
    "法定": Source.STATUTORY,
    "授权": Source.AUTHORISED,
    "委托": Source.DELEGATED,
    "下放": Source.HANDED_DOWN,
}
LEVELS = {
    "国家级": Level.STATE,
    "省级": Level.PROVINCE,
    "市级": Level.CITY,
    "县级": Level.COUNTY,
    "乡级": Level.TOWNSHIP,
}
EXAMPLE = "guide_is_example"
GUIDE = tuple(f.name for f in Guided._meta.get_fields() if f.name != EXAMPLE)


class Confidence(StrEnum):
    """Whose words a file holds: the agency's own, or an example from memory."""

    OWN = "own"
    MEMORY = "memory"


class MaterialPart(Row):
    """A paper that an application needs."""

    name: str
    form: Annotated[MaterialForm, BeforeValidator(coded(FORMS))] = MaterialForm.ORIGINAL
    required: YesNo = True
    note: str = ""


class GuidePart(Row):
    """The guide to one item; what it leaves out is taken from the `common` part."""

    code: Code | None = None
    who_may_apply: str | None = None
    conditions: tuple[str, ...] | None = None
    quantity_limit: str | None = None
    place: str | None = None
    office_hours: str | None = None
    consulting_phone: str | None = None
    visits: Count | None = None
    is_online: YesNo | None = None
    result_document: str | None = None
    remedies: str | None = None
    materials: tuple[MaterialPart, ...] = ()


class PowersPart(Row):
    """What all entries of the list have in common, unless an act at the desk says otherwise."""

    source: Annotated[Source, BeforeValidator(coded(SOURCES))] = Source.STATUTORY
    level: Annotated[Level, BeforeValidator(coded(LEVELS))] | None = None


class GuidesDocument(Row):
    """guides.yaml."""

    confidence: Confidence = Confidence.OWN
    powers: PowersPart | None = None
    common: GuidePart | None = None
    guides: tuple[GuidePart, ...] = ()
    services: tuple[GuidePart, ...] = ()


def take_guides(folder: Folder) -> None:
    """Take in the guides to powers and services, where the year's folder has them."""
    if not (folder.path / FILE).exists():
        return
    document = folder.document(FILE, GuidesDocument)
    if document is None:
        return
    common = document.common or GuidePart()
    is_example = document.confidence is Confidence.MEMORY
    if document.powers and document.powers.level and not folder.faults:
        level = document.powers.level
        Power.objects.filter(agency=folder.agency, level="").update(
            level=level, source=document.powers.source
        )
    for part in document.guides:
        power = folder.find("power", part.code, part, "code")
        if power is None or power.pk is None:
            continue
        told = _set(folder, power, part, common, is_example=is_example)
        told = _take_materials(folder, power, part) or told
        _enter(folder, power, part, told, basis=_basis(power))
    for part in document.services:
        service = folder.find("service", part.code, part, "code")
        if service is not None and service.pk is not None:
            shared = common.model_copy(update={"remedies": None})
            told = _set(folder, service, part, shared, is_example=is_example)
            _enter(folder, service, part, told, basis="power.list")


def _basis(power: Power) -> str:
    return "licence.guide" if power.kind == "licence" else "power.list"


def _set(
    folder: Folder,
    item: Power | ConvenienceService,
    part: GuidePart,
    common: GuidePart,
    *,
    is_example: bool,
) -> tuple[str, ...]:
    """Set what the guide says; return the fields that changed."""
    values: dict[str, Any] = {EXAMPLE: is_example}
    for name in GUIDE:
        value = getattr(part, name)
        value = getattr(common, name) if value is None else value
        if isinstance(value, tuple):
            value = "\n".join(value)
        values[name] = value if value is not None or name in ("visits", "is_online") else ""
    changed = tuple(sorted(name for name in values if getattr(item, name) != values[name]))
    for name in changed:
        setattr(item, name, values[name])
    if changed and not folder.faults:
        item.save(update_fields=[*changed])
    return changed


def _take_materials(folder: Folder, power: Power, part: GuidePart) -> tuple[str, ...]:
    stated = [
        Material(
            power=power,
            position=position,
            name=one.name,
            form=one.form,
            is_required=one.required,
            note=one.note,
        )
        for position, one in enumerate(part.materials, start=1)
    ]
    seen: set[str] = set()
    for one in part.materials:
        if one.name in seen:
            folder.fault_twice(one, "name", one.name)
        seen.add(one.name)
    known = [_of(one) for one in Material.objects.filter(power=power).order_by("position")]
    if known == [_of(one) for one in stated]:
        return ()
    if not folder.faults:
        Material.objects.filter(power=power).delete()
    folder.save(Material, stated)
    return ("materials",)


def _of(material: Material) -> tuple[object, ...]:
    return material.position, material.name, material.form, material.is_required, material.note


def _enter(
    folder: Folder,
    item: Power | ConvenienceService,
    part: GuidePart,
    changed: tuple[str, ...],
    *,
    basis: str,
) -> None:
    if not changed:
        return
    day = getattr(item, "published_on", None) or date(folder.year, 12, 31)
    event = events.GuideSet(item.code, changed)
    folder.enter(event, item, day=day, basis=basis, row=part)

"""`sunlit demo-matters`: the open matters of the demonstration, made by the acts of the desk."""

from typing import Any

import click
import yaml
from django.conf import settings
from django.db.models import Model
from django.forms import Form, ModelChoiceField
from django.utils.translation import gettext as _

from sunlit.cli.demo_files import made
from sunlit.cli.starting import starts_installation
from sunlit.design.registers import ActAtDesk, all_registers
from sunlit.ledger.models import Entry
from sunlit.organization.models import Official

MATTERS = settings.BASE_DIR / "data" / "demo" / "matters.yaml"

NAMED_BY = {"licence-cases": "number"}
"""What names a record of a register, where it is no code."""


@click.command("demo-matters", hidden=True)
@starts_installation
def command() -> None:
    """Do the acts of the demonstration's open matters; once, before anybody has done anything."""
    acts = yaml.safe_load(MATTERS.read_text(encoding="utf-8"))["acts"]
    officials = {one.username: one for one in Official.objects.order_by("pk")}
    staff = [officials[name] for name in sorted({one["by"] for one in acts}) if name in officials]
    done = Entry.objects.filter(by__in=staff).exclude(about_kind=Official._meta.label_lower)
    if done.exists():
        return
    records: dict[str, Model] = {}
    for one in acts:
        by = officials[one["by"]]
        about = records.get(one.get("about", ""))
        if about is not None:
            about.refresh_from_db()
        done_to = _do(one, by=by, record=about or _held(one, by))
        if "as" in one:
            records[one["as"]] = done_to
    click.echo(_("Open matters made: %(count)d acts.") % {"count": len(acts)})


def _held(one: dict[str, Any], by: Official) -> Model | None:
    """Return the record of the sample's year that an act names by its code; None for no name."""
    if "record" not in one:
        return None
    name = NAMED_BY.get(one["register"], "code")
    held: Model = all_registers()[one["register"]].records(by).get(**{name: one["record"]})
    return held


def _do(one: dict[str, Any], *, by: Official, record: Model | None) -> Model:
    """Do one act with what is typed, as the desk would."""
    register = all_registers()[one["register"]]
    offered = register.opening if record is None else register.acts
    act: ActAtDesk = next(act for act in offered if act.name == one["act"])
    blank = act.blank_form(record=record, by=by)
    typed = {**_initial(blank), **_chosen(blank, one.get("typed", {}))}
    files = {
        field: made(file, agency=by.agency.name, day=one["day"])
        for field, file in one.get("files", {}).items()
    }
    form = act.filled_form(typed, record=record, by=by, files=files)
    if not form.is_valid():
        raise click.ClickException(f"{one['register']}/{one['act']}: {form.errors.as_json()}")
    about = {"agency": by.agency} if record is None else {"record_id": record.pk}
    return act.do(**about, by=by, today=one["day"], **form.cleaned_data)


def _initial(form: Form) -> dict[str, Any]:
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value is not None}


def _chosen(form: Form, typed: dict[str, Any]) -> dict[str, Any]:
    """Return what is typed, with the key of a record where its code stands."""
    chosen = dict(typed)
    for name, value in typed.items():
        field = form.fields.get(name)
        if isinstance(field, ModelChoiceField) and field.queryset is not None:
            chosen[name] = field.queryset.get(code=value).pk
    return chosen

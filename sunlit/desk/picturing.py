"""The pictures of the running year, each bar leading to its records in their register."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from sunlit.design.charts import Chart
from sunlit.design.pieces import Cell
from sunlit.desk.relating import registers_by_model
from sunlit.measures.charting import chart
from sunlit.measures.groups import Grouping, picture
from sunlit.measures.pictures import Picture, all_pictures
from sunlit.measures.registry import Face, all_measures
from sunlit.organization.models import Agency, Official


def charts_of(agency: Agency, year: int) -> list[Chart]:
    """Return every picture of a year that shows at least one record."""
    found = [picture(code, agency, year) for code in all_pictures()]
    return [chart(one, leads_to=_address) for one in found if one.value]


def rows_of(grouping: Grouping, records: list[Any], by: Official) -> list[list[Any]]:
    """Return the number, title and day of records, each leading to its place at the desk.

    Records that no register holds are shown as the public sees them.
    """
    registers = registers_by_model(by)
    face_of = all_measures()[grouping.picture.counts].face
    rows = []
    for record in records:
        face: Face = face_of(record)
        register = registers.get(type(record))
        if register is None:
            rows.append([Cell(face.number, url=face.url), face.title, face.day])
        else:
            url = reverse("desk:record", args=[register.name, record.pk])
            rows.append([Cell(register.number(record), url=url), register.title(record), face.day])
    return rows


def _address(picture: Picture, year: int, group: str, layer: str = "") -> str:  # noqa: ARG001  the desk shows one year
    asked = {"group": group, **({"layer": layer} if layer else {})}
    return f"{reverse('desk:group', args=[picture.code])}?{urlencode(asked)}"

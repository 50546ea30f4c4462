"""The list of powers as public services of CPSV-AP 3.2, for catalogues beyond the agency."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from sunlit.exchange.rdf import RDF_TYPE, Iri, Literal, Triple
from sunlit.organization.models import Agency
from sunlit.powers.models import BasisKind, ConvenienceService, Kind, LegalBasis, Material, Power
from sunlit.powers.selectors import convenience_services, powers_on_list

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "locn": "http://www.w3.org/ns/locn#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
ZH = "zh-Hans"
LANGUAGE = "http://publications.europa.eu/resource/authority/language/ZHO"
FREE = ("不收费", "免费")
STATUSES = {True: "suspended", False: "active"}


def services_of(agency: Agency, *, on: date, site: str) -> Iterator[Triple]:
    """Yield the public powers and convenience services of a day as triples.

    `site` is the address of the public site, without a stroke at its end. Working days are
    written as days: an XML duration knows no others; the description says that they are.
    """
    yield from _authority(agency, site)
    powers = powers_on_list(agency, on=on).prefetch_related("materials", "bases")
    for power in powers:
        yield from _power(power, site, on)
    for service in convenience_services(agency):
        yield from _service(service, site)


def _authority(agency: Agency, site: str) -> Iterator[Triple]:
    office, place = _agency(site), Iri(f"{site}/#place")
    yield _is(office, "cv", "PublicOrganisation")
    yield _says(office, "skos", "prefLabel", agency.name)
    yield office, _p("dct", "identifier"), Literal(agency.code)
    yield office, _p("dct", "spatial"), place
    yield _is(place, "dct", "Location")
    yield _says(place, "dct", "title", agency.address or agency.name)
    language = Iri(LANGUAGE)
    yield _is(language, "dct", "LinguisticSystem")


def _power(power: Power, site: str, on: date) -> Iterator[Triple]:
    page = f"{site}{power.get_absolute_url()}"
    it = Iri(page)
    yield from _common(it, power.code, power.name, site)
    yield _says(it, "dct", "description", _described(power))
    kind = Iri(f"{site}/powers/?kind={power.kind}")
    yield it, _p("dct", "type"), kind
    yield from _concept(kind, Kind(power.kind).value, Kind(power.kind).name)
    word = STATUSES[power.suspended_on is not None]
    status = Iri(f"{site}/powers/#{word}")
    yield it, _p("adms", "status"), status
    yield from _concept(status, word, word)
    days = _days(power)
    if days:
        yield it, _p("cv", "processingTime"), _duration(days)
    yield from _told_beside(it, power, on, days)


def _told_beside(it: Iri, power: Power, on: date, days: int | None) -> Iterator[Triple]:
    """Yield the rules, channels, costs, papers, results, conditions and phone of a power."""
    page = it.value
    for number, basis in enumerate(_current(power, on), start=1):
        yield from _rule(it, f"{page}#rule-{number}", f"{power.code}-rule-{number}", basis)
    yield from _channels(it, page, power, days)
    yield from _cost(it, Iri(f"{page}#cost"), power.code, power.fee)
    for material in power.materials.all():
        address = f"{page}#material-{material.position}"
        yield from _evidence(it, address, power.code, material)
    if power.result_document:
        output = Iri(f"{page}#result")
        yield it, _p("cpsv", "produces"), output
        yield _is(output, "cv", "Output")
        yield output, _p("dct", "identifier"), Literal(f"{power.code}-result")
        yield _says(output, "dct", "title", power.result_document)
    for number, line in enumerate(power.conditions.splitlines(), start=1):
        yield from _requirement(it, Iri(f"{page}#condition-{number}"), power.code, number, line)
    phone = power.consulting_phone or power.supervision_phone
    if phone:
        yield from _contact(it, Iri(f"{page}#contact"), phone)


def _service(service: ConvenienceService, site: str) -> Iterator[Triple]:
    page = f"{site}/window/#service-{quote(service.code)}"
    it = Iri(page)
    yield from _common(it, service.code, service.name, site)
    yield _says(it, "dct", "description", f"{service.name}:{service.days}")
    kind = Iri(f"{site}/powers/?kind={Kind.SERVICE.value}")
    yield it, _p("dct", "type"), kind
    yield from _concept(kind, Kind.SERVICE.value, Kind.SERVICE.name)
    yield from _cost(it, Iri(page.replace("#", "#cost-of-")), service.code, service.fee)


def _common(it: Iri, code: str, name: str, site: str) -> Iterator[Triple]:
    yield _is(it, "cpsv", "PublicService")
    yield it, _p("dct", "identifier"), Literal(code)
    yield _says(it, "dct", "title", name)
    yield it, _p("cv", "hasCompetentAuthority"), _agency(site)
    yield it, _p("dct", "language"), Iri(LANGUAGE)


def _described(power: Power) -> str:
    parts = [power.full_name, power.content]
    if power.promised_days:
        unit = "个工作日" if power.promised_days.isdecimal() else ""
        parts.append(f"承诺办结时限:{power.promised_days}{unit}")
    if power.statutory_days:
        parts.append(f"法定办结时限:{power.statutory_days}个工作日")
    return "。".join(part.rstrip("。") for part in parts if part)


def _current(power: Power, on: date) -> list[LegalBasis]:
    """Return the provisions that give a power on a day, from what was read with it."""
    return [
        one
        for one in power.bases.all()
        if one.kind == BasisKind.POWER and one.since <= on and (one.until is None or one.until > on)
    ]


def _rule(it: Iri, address: str, code: str, basis: LegalBasis) -> Iterator[Triple]:
    rule, law = Iri(address), Iri(f"{address}-law")
    said = f"《{basis.instrument}》{basis.article}"
    yield it, _p("cpsv", "follows"), rule
    yield _is(rule, "cpsv", "Rule")
    yield rule, _p("dct", "identifier"), Literal(code)
    yield _says(rule, "dct", "title", said)
    yield _says(rule, "dct", "description", basis.text or said)
    yield rule, _p("cpsv", "implements"), law
    yield it, _p("cv", "hasLegalResource"), law
    yield _is(law, "eli", "LegalResource")
    yield _says(law, "dct", "title", f"《{basis.instrument}》")
    if basis.number:
        yield law, _p("eli", "id_local"), Literal(basis.number)
    if basis.version_day:
        day = Literal(basis.version_day.isoformat(), datatype=f"{PREFIXES['xsd']}date")
        yield law, _p("eli", "version_date"), day


def _channels(it: Iri, page: str, power: Power, days: int | None) -> Iterator[Triple]:
    ways = [("counter", power.place or power.office_name, power.office_hours)]
    if power.is_online:
        ways.append(("online", page, ""))
    for name, where, hours in ways:
        channel = Iri(f"{page}#channel-{name}")
        yield it, _p("cv", "hasChannel"), channel
        yield _is(channel, "cv", "Channel")
        yield channel, _p("dct", "identifier"), Literal(f"{power.code}-{name}")
        yield _says(
            channel, "dct", "description", ";".join(part for part in (where, hours) if part)
        )
        if days:
            yield channel, _p("cv", "processingTime"), _duration(days)


def _cost(it: Iri, cost: Iri, code: str, fee: str) -> Iterator[Triple]:
    if not fee:
        return
    yield it, _p("cv", "hasCost"), cost
    yield _is(cost, "cv", "Cost")
    yield cost, _p("dct", "identifier"), Literal(f"{code}-cost")
    yield _says(cost, "dct", "description", fee)
    if fee in FREE:
        yield cost, _p("cv", "hasValue"), Literal("0", datatype=f"{PREFIXES['xsd']}double")


def _evidence(it: Iri, address: str, code: str, material: Material) -> Iterator[Triple]:
    evidence = Iri(address)
    yield it, _p("cpsv", "hasInput"), evidence
    yield _is(evidence, "cv", "Evidence")
    yield evidence, _p("dct", "identifier"), Literal(f"{code}-material-{material.position}")
    yield _says(evidence, "dct", "title", material.name)
    if material.note:
        yield _says(evidence, "dct", "description", material.note)


def _requirement(it: Iri, one: Iri, code: str, number: int, said: str) -> Iterator[Triple]:
    yield it, _p("cv", "holdsRequirement"), one
    yield _is(one, "cv", "Requirement")
    yield one, _p("dct", "identifier"), Literal(f"{code}-condition-{number}")
    yield _says(one, "dct", "title", said)
    yield _says(one, "dct", "description", said)


def _contact(it: Iri, contact: Iri, phone: str) -> Iterator[Triple]:
    yield it, _p("cv", "contactPoint"), contact
    yield _is(contact, "cv", "ContactPoint")
    yield contact, _p("cv", "telephone"), Literal(phone)


def _concept(it: Iri, code: str, name: str) -> Iterator[Triple]:
    yield _is(it, "skos", "Concept")
    yield it, _p("skos", "notation"), Literal(code)
    yield it, _p("skos", "prefLabel"), Literal(name.replace("_", " ").lower(), language="en")


def _days(power: Power) -> int | None:
    """Return the days within which the agency promises to decide, else those of the law."""
    return int(power.promised_days) if power.promised_days.isdecimal() else power.statutory_days


def _duration(days: int) -> Literal:
    return Literal(f"P{days}D", datatype=f"{PREFIXES['xsd']}duration")


def _agency(site: str) -> Iri:
    return Iri(f"{site}/#agency")


def _p(prefix: str, name: str) -> str:
    return f"{PREFIXES[prefix]}{name}"


def _is(it: Iri, prefix: str, name: str) -> Triple:
    return it, RDF_TYPE, Iri(_p(prefix, name))


def _says(it: Iri, prefix: str, name: str, text: str) -> Triple:
    return it, _p(prefix, name), Literal(text, language=ZH)

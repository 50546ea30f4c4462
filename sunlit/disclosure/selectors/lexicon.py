"""The lexicon that an agency's texts are screened with, and how far a word of it reaches."""

from dataclasses import dataclass
from functools import lru_cache

from django.db.models import QuerySet

from sunlit.design.markup import visible_text
from sunlit.disclosure.models import LexiconEntry
from sunlit.disclosure.selectors.items import published_items
from sunlit.organization.models import Agency, LeadingGroup, Office
from sunlit.organization.selectors.once import once
from sunlit.screening.lexicons import Lexicon, lexicon
from sunlit.screening.own import OwnWord, stands_in, with_own

EXAMPLES = 3
"""How many of the texts in which a word stands are named."""


@dataclass(frozen=True, slots=True)
class Reach:
    """In how many of an agency's public texts a word stands, and what some of them are called."""

    found: int
    texts: int
    titles: tuple[str, ...]


def entries(agency: Agency) -> QuerySet[LexiconEntry]:
    """Return the words that an agency has added, those that it has retired as well."""
    return LexiconEntry.objects.filter(agency=agency).order_by("group", "text", "-since")


def lexicon_version(agency: Agency) -> str:
    """Return the version of an agency's lexicon: that of what ships, and how often it changed."""
    return once(_own_words, agency.pk).version


def lexicon_of(agency: Agency) -> Lexicon:
    """Return the lexicon that an agency's texts are screened with: what ships, and its own words.

    It knows the telephones that the agency gives out.
    """
    own, numbers = once(_own_words, agency.pk), once(_public_numbers, agency.pk)
    return _lexicon_with(own, numbers)


def reach_of(agency: Agency, word: OwnWord) -> Reach:
    """Return in how many of an agency's public texts a word stands."""
    found, texts, titles = 0, 0, []
    public = published_items(agency).order_by("-published_on", "-pk")
    for item in public:
        texts += 1
        if stands_in(word, "\n".join((*item.texts, visible_text(item.body), *item.described))):
            found += 1
            titles += [item.title] if found <= EXAMPLES else []
    return Reach(found, texts, tuple(titles))


@dataclass(frozen=True, slots=True)
class _Own:
    """The words of an agency that are in use, and how often its lexicon was changed."""

    words: tuple[OwnWord, ...]
    changes: int

    @property
    def version(self) -> str:
        shipped = lexicon().version
        return f"{shipped}+{self.changes}" if self.changes else shipped


def _own_words(agency_id: int) -> _Own:
    kept = list(LexiconEntry.objects.filter(agency=agency_id).order_by("pk"))
    used = tuple(one.own_word for one in kept if one.retired_on is None)
    return _Own(used, 2 * len(kept) - len(used))


@lru_cache(maxsize=16)
def _lexicon_with(own: _Own, numbers: frozenset[str]) -> Lexicon:
    return with_own(lexicon(), own.words, version=own.version).with_public_numbers(numbers)


def _public_numbers(agency_id: int) -> frozenset[str]:
    fields = ("supervision_phone", "foi_phone", "fax", "complaint_phone", "hotline")
    own = Agency.objects.filter(pk=agency_id).values_list(*fields).get()
    offices = Office.objects.filter(agency=agency_id).order_by().values_list("phone")
    groups = LeadingGroup.objects.filter(agency=agency_id).order_by().values_list("office_phone")
    return frozenset(filter(None, (*own, *(phone for (phone,) in offices.union(groups)))))

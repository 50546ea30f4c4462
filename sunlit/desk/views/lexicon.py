"""The page of all words that the screening looks for in the agency's texts."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sunlit.design.registers import registers_open_to
from sunlit.desk import wordlist
from sunlit.desk.views.shell import official_at, ways_around
from sunlit.disclosure.policies import why_not_change_lexicon
from sunlit.disclosure.selectors import lexicon_version


@login_required
@require_safe
def lexicon(request: HttpRequest) -> HttpResponse:
    """Show the shipped words and the agency's own, narrowed down as asked."""
    by = official_at(request)
    form = wordlist.WordsForm(request.GET or None)
    may_open = wordlist.OWN in {one.name for one in registers_open_to(by)}
    words = wordlist.words(by, form.asked(), may_open=may_open)
    context = {
        "form": form,
        "columns": wordlist.COLUMNS,
        "words": words,
        "version": lexicon_version(by.agency),
        "sources": wordlist.sources(),
        "source_columns": wordlist.SOURCE_COLUMNS,
        "may_open": may_open,
        "refusal": why_not_change_lexicon(by),
        **ways_around(by, current="lexicon"),
    }
    return render(request, "desk/lexicon.html", context)

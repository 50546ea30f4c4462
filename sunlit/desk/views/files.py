"""Files that belong to records, for officials who may see the record."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from sunlit.design.handing import file_answer
from sunlit.desk.views.shell import official_at
from sunlit.disclosure import selectors
from sunlit.files import store


@login_required
@require_safe
def file(request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """Hand out an attachment of an item as it was cleaned."""
    by = official_at(request)
    item = get_object_or_404(selectors.items_open_to(by), pk=pk)
    one = get_object_or_404(item.attachments.all(), position=position)
    answer = file_answer(one.name, one.media_type, store.get(one.digest))
    answer["Cache-Control"] = "private, no-store"
    return answer

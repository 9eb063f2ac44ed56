"""An office's own Word template: what is used now, bringing another one, going back to the program's."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.papers import selectors, services
from guong.office.papers.forms import TemplateForm
from guong.render.own_template import FIELDS, MOST_BYTES
from guong.render.template_trial import starting_file
from guong.ui.telling import tell

MAY_SET = "organise_conference"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@needs(MAY_SET)
@require_http_methods(["GET", "POST"])
def templates(request: HttpRequest) -> HttpResponse:
    """The templates of the officer's units; by POST another one is brought."""
    user = officer(request)
    offices = selectors.templates_of(user)
    form = TemplateForm([one.unit for one in offices], request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read(MOST_BYTES + 1)
        made = services.set_template(unit=form.chosen, data=data, name=file.name, actor=user)
        if not isinstance(made, Refused):
            tell(request, made, "Đã đặt mẫu. Văn bản lập từ bây giờ dùng mẫu này.")
            return redirect("papers:templates")
        form.add_error("file", made.sentence)
    context = {"offices": offices, "form": form, "fields": FIELDS}
    return render(request, "papers/templates.html", context, status=422 if form.errors else 200)


@needs(MAY_SET)
@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """Go back to the program's own frame for one unit."""
    user = officer(request)
    units = {one.unit.key: one.unit for one in selectors.templates_of(user)}
    unit = units.get(request.POST.get("unit", ""))
    if unit is not None:
        outcome = services.end_template(unit=unit, actor=user)
        tell(request, outcome, "Đã bỏ mẫu riêng. Văn bản lập từ bây giờ dùng mẫu của chương trình.")
    return redirect("papers:templates")


@needs(MAY_SET)
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """The program's own frame, to be changed in Word."""
    response = HttpResponse(starting_file(), content_type=_DOCX)
    response["Content-Disposition"] = 'attachment; filename="mau-van-ban.docx"'
    return response

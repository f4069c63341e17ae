"""The questions of the programmes, and the page of each."""

from itertools import groupby

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from creaspace.core.parameters import page_of
from creaspace.core.viewer import viewer_of
from creaspace.foundation.languages.reading import attach_names, attach_texts
from creaspace.foundation.statements.evidence import evidence_of
from creaspace.programme.consultation.models import Illustration, Question
from creaspace.programme.consultation.reading import examples_of, origin_in_words

QUESTIONS_A_PAGE = 100


@require_safe
def question_list(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    questions = Question.objects.visible_to(viewer).with_concept().in_order()
    questions = questions.annotate(illustration_count=Count("illustrations", distinct=True))
    page = page_of(questions, request.GET, size=QUESTIONS_A_PAGE)
    attach_texts(page)
    groups = [
        (programme, [(each, origin_in_words(each.origin)) for each in listed])
        for programme, listed in groupby(page, key=lambda question: question.programme)
    ]
    return render(request, "consultation/question_list.html", {"page": page, "groups": groups})


@require_safe
def question_detail(request: HttpRequest, slug: str) -> HttpResponse:
    viewer = viewer_of(request)
    visible = Question.objects.visible_to(viewer).with_concept()
    question = get_object_or_404(visible, slug=slug)
    visible_examples = Illustration.objects.visible_to(viewer).filter(question=question)
    shown = list(visible_examples.with_spaces())
    attach_names(each.space for each in shown)
    siblings = visible.filter(programme=question.programme).in_order()
    context = {
        "question": question,
        "programme": question.programme,
        "siblings": siblings,
        "origin": origin_in_words(question.origin),
        "examples": examples_of(question, shown),
        "evidence": evidence_of(question),
    }
    return render(request, "consultation/question_detail.html", context)

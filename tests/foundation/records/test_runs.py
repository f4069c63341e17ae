"""Slow work as rows: done once, cancelled, tried again, and revived when its worker dies."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from creaspace.foundation.records import work
from creaspace.foundation.records.models import Act, Run
from creaspace.foundation.records.services import cancel_run, revive_runs
from tests.foundation.records.factories import (
    BY,
    DONE,
    be_cancelled,
    count_to,
    fail,
    remember,
    wait,
)

pytestmark = pytest.mark.django_db
State = Run.State


@pytest.fixture(autouse=True)
def _nothing_done() -> None:
    DONE.clear()


def again(run: Run) -> Run:
    run.refresh_from_db()
    return run


def silent(**values: Any) -> Run:
    """A run whose worker was last heard of 61 seconds ago."""
    heard_at = timezone.now() - timedelta(seconds=61)
    given = {"state": State.RUNNING, "heard_at": heard_at, "attempts": 1}
    run = remember.enqueue("word")
    Run.objects.filter(pk=run.pk).update(**{**given, **values})
    return again(run)


def test_task_done_now_tells_progress_and_result() -> None:
    run = count_to.do_now(3, by=BY)

    assert (run.state, run.result, run.done, run.total) == (State.DONE, 3, 3, 3)
    assert (run.share, run.is_over, run.by_label) == (1.0, True, "tests")
    assert not DBTaskResult.objects.exists()


def test_task_that_is_queued_waits_for_a_worker() -> None:
    run = remember.enqueue("word")

    assert (run.state, DONE) == (State.WAITING, [])
    assert DBTaskResult.objects.count() == 1


def test_run_queued_twice_is_done_once() -> None:
    run = remember.enqueue("word")

    work.perform(run.pk)
    work.perform(run.pk)

    assert DONE == ["word"]
    assert again(run).attempts == 1


def test_run_that_is_gone_does_no_harm() -> None:
    work.perform(10_000)

    assert DONE == []


def test_failure_is_kept_in_words() -> None:
    run = fail.do_now()

    told = "ZeroDivisionError: no spaces to share among"
    assert (run.state, run.error, run.is_over) == (State.FAILED, told, True)


def test_waiting_run_that_is_cancelled_never_begins() -> None:
    run = remember.enqueue("word")

    cancel_run(run=run, by=BY)
    work.perform(run.pk)

    assert (again(run).state, DONE) == (State.CANCELLED, [])
    assert Act.objects.get().verb == "cancel_run"


def test_running_run_stops_at_its_next_step() -> None:
    run = be_cancelled.do_now()

    assert (run.state, DONE) == (State.CANCELLED, [])


def test_run_that_is_over_cannot_be_cancelled() -> None:
    run = count_to.do_now(1)

    cancel_run(run=run, by=BY)

    assert again(run).state == State.DONE


def test_later_is_tried_again_with_longer_and_longer_waits() -> None:
    run = wait.do_now()
    first = run.next_attempt_at - timezone.now()
    Run.objects.filter(pk=run.pk).update(next_attempt_at=timezone.now())

    work.perform(run.pk)

    second = again(run).next_attempt_at - timezone.now()
    assert (run.state, run.error, run.attempts) == (State.WAITING, "mail server silent", 2)
    assert timedelta(minutes=4) < first < timedelta(minutes=6)
    assert timedelta(minutes=9) < second < timedelta(minutes=11)


def test_later_for_ever_is_given_up_after_five_tries() -> None:
    run = wait.do_now()

    for _try in range(10):
        work.perform(run.pk)

    assert (again(run).state, run.attempts) == (State.FAILED, 5)


def test_run_whose_time_has_come_is_queued_once() -> None:
    run = remember.enqueue("word")
    now = timezone.now()
    Run.objects.filter(pk=run.pk).update(next_attempt_at=now)

    counts = [revive_runs(now=now), revive_runs(now=now + timedelta(minutes=1))]

    assert counts == [1, 0]
    assert DBTaskResult.objects.count() == 2


def test_run_whose_time_has_not_come_is_left() -> None:
    run = remember.enqueue("word")
    Run.objects.filter(pk=run.pk).update(next_attempt_at=timezone.now() + timedelta(minutes=5))

    assert revive_runs(now=timezone.now()) == 0


def test_run_silent_for_a_minute_is_queued_again() -> None:
    run = silent()

    count = revive_runs(now=timezone.now())
    work.perform(run.pk)

    assert count == 1
    assert (again(run).state, run.attempts, DONE) == (State.DONE, 2, ["word"])


def test_run_heard_of_lately_is_left_alone() -> None:
    run = silent(heard_at=timezone.now() - timedelta(seconds=59))

    assert revive_runs(now=timezone.now()) == 0
    assert again(run).state == State.RUNNING


def test_silent_run_is_given_up_after_five_tries() -> None:
    run = silent(attempts=5)

    assert revive_runs(now=timezone.now()) == 0
    assert (again(run).state, run.error) == (State.FAILED, "The worker fell silent.")


def test_silent_run_somebody_cancelled_ends_instead_of_beginning_again() -> None:
    run = silent(cancel_wished=True)

    revive_runs(now=timezone.now())
    work.perform(run.pk)

    assert (again(run).state, DONE) == (State.CANCELLED, [])


def test_tick_says_how_many_it_revived(capsys: pytest.CaptureFixture[str]) -> None:
    silent()

    call_command("tick")

    assert capsys.readouterr().out.startswith("1 runs queued again.")

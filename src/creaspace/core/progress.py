"""A progress line for commands: redrawn on a terminal, one line per tenth in a log."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

Item = TypeVar("Item")


class ProgressLine:
    """Say how far a long job is; quiet until it has taken 400 ms."""

    def __init__(self, what: str, total: int, *, out: TextIO | None = None) -> None:
        self.what, self.total, self.done = what, total, 0
        self.out = out or sys.stderr
        self.began = time.monotonic()
        self.said_tenth = 0

    def step(self, count: int = 1) -> None:
        self.done += count
        if time.monotonic() - self.began < 0.4:
            return
        if self.out.isatty():
            self.out.write(f"\r{self.text()}")
            self.out.flush()
        elif (tenth := 10 * self.done // max(self.total, 1)) > self.said_tenth:
            self.said_tenth = tenth
            self.out.write(f"{self.text()}\n")

    def text(self) -> str:
        share = 100 * self.done // max(self.total, 1)
        return f"{self.what}: {self.done} of {self.total} ({share} %)"

    def finish(self) -> None:
        if self.out.isatty() and time.monotonic() - self.began >= 0.4:
            self.out.write("\n")


def with_progress(items: Iterable[Item], *, what: str, total: int) -> Iterator[Item]:
    line = ProgressLine(what, total)
    for item in items:
        yield item
        line.step()
    line.finish()

"""A program that is told JSON and answers with JSON, in a process of its own."""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

from tools.steps import ROOT


def told_by(command: Sequence[str], asked: object, env: Mapping[str, str] | None = None) -> Any:
    """What the program says of this; what it complained of is raised as a RuntimeError."""
    done = subprocess.run(
        command,
        input=json.dumps(asked),
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stderr}"[-2000:])
    return json.loads(done.stdout)

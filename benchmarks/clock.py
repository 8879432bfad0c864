"""Measure CPU seconds: of work in this process, or of a child process from start to end. No statistics."""

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

Measure = Callable[[], float]
"""Does its work and returns the cost, in CPU seconds or in the unit of the row."""

# httpx imports its command line if click and rich are installed; here, the stock client needs them.
WITHOUT_CLICK = "import sys; sys.modules['click'] = None\n"
ENOUGH = 0.03  # CPU seconds of one measurement, some thousand times the resolution of the clock.


def in_process(work: Callable[[], object], enough: float = ENOUGH) -> Measure:
    """Return the CPU seconds of one *work*, averaged over repetitions that take *enough* CPU seconds together."""
    repetitions = _repetitions(work, enough)

    def measure() -> float:
        gc.collect()
        started = time.process_time()
        for _ in range(repetitions):
            work()
        return (time.process_time() - started) / repetitions

    return measure


def _repetitions(work: Callable[[], object], enough: float) -> int:
    work()  # Imports, connections and caches are not measured.
    repetitions, spent = 0, 0.0
    while repetitions == 0 or spent < enough:
        started = time.process_time()
        work()
        repetitions += 1
        # The loop must end even if the clock is too coarse for one repetition.
        spent += max(time.process_time() - started, enough / 10_000)
    return repetitions


def of_child(program: str, folder: Path, prelude: str = WITHOUT_CLICK) -> Measure:
    """Return the CPU seconds of a new Python process that runs *prelude* and *program* in *folder*."""

    def measure() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        output_of_child(program, folder, prelude)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    return measure


def output_of_child(program: str, folder: Path, prelude: str = WITHOUT_CLICK) -> str:
    """Return what a fresh Python with *program* prints; raise CalledProcessError with its complaint if it fails.

    Bytecode is kept below *folder*, whatever is allowed elsewhere: only the first of several compiles anything.
    """
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    command = [sys.executable, "-c", prelude + program]
    return subprocess.run(command, cwd=folder, env=environ, check=True, stdout=subprocess.PIPE, text=True).stdout

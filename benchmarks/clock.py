"""CPU seconds of work: of this process, or of a child from its start to its end. No statistics."""

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

Measure = Callable[[], float]
"""Does its work and returns what it cost: CPU seconds, or whatever the row's unit is."""

# httpx imports its command line wherever click and rich are installed, which here they are for the stock client's sake.
WITHOUT_CLICK = "import sys; sys.modules['click'] = None\n"
ENOUGH = 0.03  # CPU seconds of one measurement: some thousand times what the clock can tell apart


def in_process(work: Callable[[], object], enough: float = ENOUGH) -> Measure:
    """Return the CPU seconds of one *work*, taken over as many of them as use up *enough* CPU seconds."""
    repetitions = _repetitions(work, enough)

    def measure() -> float:
        gc.collect()
        started = time.process_time()
        for _ in range(repetitions):
            work()
        return (time.process_time() - started) / repetitions

    return measure


def _repetitions(work: Callable[[], object], enough: float) -> int:
    work()  # Imports, connections and caches are not what is measured.
    repetitions, spent = 0, 0.0
    while repetitions == 0 or spent < enough:
        started = time.process_time()
        work()
        repetitions += 1
        # A clock too coarse for one repetition must not make this endless.
        spent += max(time.process_time() - started, enough / 10_000)
    return repetitions


def of_child(program: str, folder: Path) -> Measure:
    """Return the CPU seconds of a fresh Python with *program*, run in *folder*, start and end included."""

    def measure() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        output_of_child(program, folder)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    return measure


def output_of_child(program: str, folder: Path) -> str:
    """Return what a fresh Python with *program* prints; raise CalledProcessError with its complaint if it fails.

    Bytecode is kept below *folder*, whatever is allowed elsewhere: only the first of several compiles anything.
    """
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    command = [sys.executable, "-c", WITHOUT_CLICK + program]
    return subprocess.run(command, cwd=folder, env=environ, check=True, stdout=subprocess.PIPE, text=True).stdout

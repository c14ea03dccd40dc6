"""Run the program: the command cnes-partners, and python -m cnes_partners."""

from __future__ import annotations

import gc
import os
import sys

_INTERRUPTED = 130  # errors.Exit has it too; a TAB, which imports no more than it must, gets by without


def main() -> None:
    """Run the program and exit with one of ``errors.Exit``.

    A command lives for a tenth of a second and leaves few cycles, so looking for them is a sixth of its time for
    nothing: neither while it starts, which is why the command line is imported here, nor once more as it exits.
    """
    gc.disable()
    sys.unraisablehook = _end_if_interrupted
    try:
        code = _run()
    except BaseException as error:  # while the command line was still being imported
        from cnes_partners.errors import is_interruption

        if not is_interruption(error):
            raise
        code = _INTERRUPTED
    gc.freeze()
    sys.exit(code)


def _end_if_interrupted(lost: sys.UnraisableHookArgs) -> None:
    """End the program where Ctrl-C came while the interpreter called back, as it does at each import.

    It would report the interruption on stderr and go on.
    """
    if issubclass(lost.exc_type, KeyboardInterrupt):
        os._exit(_INTERRUPTED)
    sys.__unraisablehook__(lost)


def _run() -> int:
    if shell := os.environ.get("_CNES_PARTNERS_COMPLETE"):
        from cnes_partners.cli.completion.answer import answer

        return answer(shell, sys.argv[1:])
    from cnes_partners.cli.app import run

    return run()


if __name__ == "__main__":
    main()

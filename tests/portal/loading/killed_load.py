"""Loads a folder and is killed in the middle of saving; run by test_killed_load.py in a process of its own."""

import os
import signal
import sys

import django


def main(folder: str) -> None:
    django.setup()

    from portal.loading.run import load

    def die_while_saving(words: str) -> None:
        # The last dataset: all others are written already, in a transaction that has not ended.
        if words == "Saving figures":
            print("saving", flush=True)
            os.kill(os.getpid(), signal.SIGKILL)

    load([folder], progress=die_while_saving)


if __name__ == "__main__":
    main(sys.argv[1])

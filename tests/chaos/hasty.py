"""A worker that takes others for dead after three seconds of silence, for chaos in a hurry."""

from datetime import timedelta

from bot import dispatch
from bot.__main__ import main
from db import base, executors

if __name__ == "__main__":
    executors.SILENT = timedelta(seconds=3)
    dispatch.BEATS, base.IDLE = 0.5, "2s"
    main(["worker"])

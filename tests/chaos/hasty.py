"""A worker that takes others for dead after ten seconds of silence, for chaos in a hurry."""

from datetime import timedelta

from bot import dispatch
from bot.__main__ import main
from db import executors, postgres

if __name__ == "__main__":
    executors.SILENT = timedelta(seconds=10)
    dispatch.BEATS, postgres.IDLE = 0.5, "2s"
    main(["worker"])

"""Fates: what is written down of a message, by how it ended for one person."""

from datetime import datetime, timedelta

from bot.posting import AGAIN, MOST, SOON, Fate
from db.claims import Parcel, Settled


def settled(parcel: Parcel, fate: Fate, now: datetime) -> Settled:
    """What is written down for one person; what may safely be tried again stays due."""
    if fate.how == "unknown":
        return _nobody_knows(parcel, now)
    if fate.how == "slow":
        return _later(parcel, now + timedelta(seconds=fate.seconds), fate.why)
    if fate.how in ("unsent", "closed"):
        return _later(parcel, now + SOON, fate.why if fate.how == "closed" else "")
    if parcel.due != "send":
        return _changed(parcel, fate)
    state = {"refused": "failed"}.get(fate.how, fate.how)
    return Settled(
        parcel.person, state, why="" if state == "sent" else fate.why, message=fate.message
    )


def _later(parcel: Parcel, when: datetime, why: str = "") -> Settled:
    """It never left, or was refused for now: that is no attempt."""
    state = "waiting" if parcel.due == "send" else "sent"
    return Settled(parcel.person, state, parcel.due, why, later=when, unsent=1)


def _nobody_knows(parcel: Parcel, now: datetime) -> Settled:
    """It may have arrived. It is sent once more, and listed; then we leave it at that."""
    if parcel.due == "send" and parcel.attempts >= MOST:
        return Settled(parcel.person, "unknown", why="no answer", doubled=True)
    state = "waiting" if parcel.due == "send" else "sent"
    left = parcel.due if parcel.attempts < MOST else ""
    return Settled(
        parcel.person, state, left, "no answer", doubled=parcel.due == "send", later=now + AGAIN
    )


def _changed(parcel: Parcel, fate: Fate) -> Settled:
    """An edit or a recall: who got it keeps having got it, unless it was taken back."""
    done = fate.how == "sent"
    state = "recalled" if parcel.due == "recall" and done else "sent"
    return Settled(parcel.person, state, why="" if done else fate.how)

"""What people ask (Intent), what they are shown (Screen), and how it is said (Voice)."""

from bot.ui.intent import Intent, Unreadable
from bot.ui.message import SILENCE, Attached, Key, Message
from bot.ui.offer import Choice, Offer, offer
from bot.ui.screen import Button, Screen
from bot.ui.voice import Voice

__all__ = [
    "SILENCE",
    "Attached",
    "Button",
    "Choice",
    "Intent",
    "Key",
    "Message",
    "Offer",
    "Screen",
    "Unreadable",
    "Voice",
    "offer",
]

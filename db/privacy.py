"""Privacy: what each column holds of people, said beside it.

A column says so in its `info`, as `mapped_column(..., info=PERSONAL)`; one that says nothing is
found by a test. Whose a row is, is read from these tags and from the foreign keys.
"""

from sqlalchemy import Column

NONE = {"privacy": "none"}  # says nothing of anybody
PSEUDONYMOUS = {"privacy": "pseudonymous"}  # the number of a person, whose the row is
PERSONAL = {"privacy": "personal"}  # something of somebody
SENSITIVE = {"privacy": "sensitive"}  # what they wrote or answered, and what came of it
SEALED = {"privacy": "sensitive", "sealed": "yes"}  # the same, and only the bot's keys open it

TAGS = ("none", "pseudonymous", "personal", "sensitive")


def tag(column: Column[object]) -> str:
    """What a column says it holds of people; nothing where it does not say."""
    return str(column.info.get("privacy", ""))

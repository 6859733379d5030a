"""Links: the hosts an announcement may lead children to.

The state's own sites are listed here with what they are for. Hosts of our sources come with the
catalogue, for the bot itself leads to them already. Whatever else there is, nobody has looked at.
"""

from functools import lru_cache
from urllib.parse import urlsplit

from content.atlas import Catalogue
from content.catalogue import Article, Reference

STATE = (
    "gov.kz",  # ministries and akimats, and what lies below: egov, adilet, testcenter …
    "egov.kz",  # applications and certificates
    "enbek.kz",  # jobs, practice places, the atlas of new professions
    "edu.kz",  # schools, colleges and universities have their sites below it
    "hh.kz",  # vacancies
    "skills.enbek.kz",  # courses
    "testcenter.kz",  # the unified test
    "worldskills.kz",  # the championships
)


@lru_cache(maxsize=2)
def hosts(known: Catalogue) -> frozenset[str]:
    """The hosts links may lead to; those below them are meant too."""
    sources = (*known.every("references", Reference), *known.every("articles", Article))
    theirs = (urlsplit(one.address).hostname for one in sources if one.address)
    return frozenset({*STATE, *(host.removeprefix("www.") for host in theirs if host)})

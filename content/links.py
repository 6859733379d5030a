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
    "enbek.kz",  # jobs, practice places, courses, the atlas of new professions
    "edu.kz",  # schools, colleges and universities have their sites below it
    "testcenter.kz",  # the unified test
    "worldskills.kz",  # the championships
)


@lru_cache(maxsize=2)
def hosts(known: Catalogue) -> frozenset[str]:
    """The hosts links may lead to; those below them are meant too."""
    articles = [one.address for one in known.every("articles", Article)]
    references = [one.address for one in known.every("references", Reference)]
    sources = [urlsplit(each).hostname for each in (*articles, *references) if each]
    return frozenset({*STATE, *(host.removeprefix("www.") for host in sources if host)})

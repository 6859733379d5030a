"""Telling: words that state how many, when and whether, and words a sentence may begin with."""

_COUNTING = (
    "ноль один одна одно два две двух три трех трёх четыр* пят* шест* сем семь семи девят* восем* "
    "десят* сто сот* двест* тысяч* миллион* миллиард* половин* треть* четверт* "
    "бір екі үш төрт бес алты жеті сегіз тоғыз он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан "
    "жүз мың жартысы "
    "zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
    "sixty seventy eighty ninety hundred* thousand* million* billion* half third quarter dozen* "
    "percent процент* пайыз*"
)
_MONTHS = (
    "январ* феврал* март* апрел* май мая мае июн* июл* август* сентябр* октябр* ноябр* декабр* "
    "қаңтар* ақпан* наурыз* сәуір* мамыр* маусым* шілде* тамыз* қыркүйек* қазан* қараша* "
    "желтоқсан* january february march april may june july august september october november "
    "december понедельник* вторник* среда среду среды четверг* пятниц* суббот* воскресен* "
    "дүйсенбі* сейсенбі* сәрсенбі* бейсенбі* жұма* сенбі* жексенбі* "
    "monday* tuesday* wednesday* thursday* friday* saturday* sunday* "
    "завтра вчера сегодня ертең бүгін кеше tomorrow yesterday today"
)
_PROMISES = (
    "всегда никогда гарант* обязательно бесплатн* кепілдік* әрқашан міндетті* тегін* guarantee* "
    "always never certainly free must тенге теңге tenge доллар* dollar* евро euro* рубл* "
    "звоните позвоните қоңырау call telegram whatsapp"
)
_TELLING = f"{_COUNTING} {_MONTHS} {_PROMISES}".split()
_WHOLE = frozenset(word for word in _TELLING if not word.endswith("*"))
_BEGUN = tuple(word[:-1] for word in _TELLING if word.endswith("*"))

_DENYING = "не нет нельзя без ни никто жоқ емес болмайды not no without cannot nobody none never"
_OPENING = (
    "да если для это этот эта эти в во на по о об у с со к из за от при как что когда где кто "
    "там тут также так и а но он она они оно чтобы после до "
    "иә егер бұл ол олар осы сол ал және бірақ мұнда онда үшін кейін дейін бұдан "
    "yes if it this that these those the a an you your they he she for in on at to of by with from "
    "as and but so when where who after before there here"
)
NEGATIONS, OPENINGS = frozenset(_DENYING.split()), frozenset(_OPENING.split())


def is_counted(word: str) -> bool:
    """Whether this word, in small letters, states how many, when, or what is promised."""
    return word in _WHOLE or word.startswith(_BEGUN)

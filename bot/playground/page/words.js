// The words of the page and of the telephones on it, three languages side by side.

const WORDS = {
  title: { kk: "Алаң", ru: "Площадка", en: "Playground" },
  tagline: {
    kk: "Өз Telegram-ыңыз: осы компьютерден шықпайды",
    ru: "Свой Telegram, не покидающий этот компьютер",
    en: "A Telegram of your own that never leaves this computer",
  },
  pageLanguage: { kk: "Бет тілі", ru: "Язык страницы", en: "Page language" },
  addPerson: { kk: "Адам қосу", ru: "Добавить человека", en: "Add a person" },
  backstage: { kk: "Сахна сырты", ru: "За кулисами", en: "Backstage" },
  clear: { kk: "Чаттарды тазалау", ru: "Очистить чаты", en: "Clear the chats" },
  people: { kk: "Адамдар", ru: "Люди", en: "People" },
  name: { kk: "Аты", ru: "Имя", en: "Name" },
  kind: { kk: "Кім", ru: "Кто", en: "Who" },
  pupil: { kk: "оқушы", ru: "школьник", en: "pupil" },
  parent: { kk: "ата-ана", ru: "родитель", en: "parent" },
  counselor: { kk: "кәсіби бағдар беруші", ru: "профориентатор", en: "counselor" },
  admin: { kk: "әкімші", ru: "администратор", en: "admin" },
  language: { kk: "Телефон тілі", ru: "Язык телефона", en: "Phone language" },
  add: { kk: "Қосу", ru: "Добавить", en: "Add" },
  cancel: { kk: "Бас тарту", ru: "Отмена", en: "Cancel" },
  close: { kk: "Жабу", ru: "Закрыть", en: "Close" },
  more: { kk: "Тағы", ru: "Ещё", en: "More" },
  deepLink: { kk: "Сілтемемен ашу", ru: "Открыть по ссылке", en: "Open by a link" },
  open: { kk: "Ашу", ru: "Открыть", en: "Open" },
  block: { kk: "Ботты бұғаттау", ru: "Заблокировать бота", en: "Block the bot" },
  unblock: { kk: "Бұғаттан шығару", ru: "Разблокировать", en: "Unblock" },
  sendOther: { kk: "Басқа нәрсе жіберу", ru: "Отправить другое", en: "Send something else" },
  sticker: { kk: "Стикер", ru: "Стикер", en: "Sticker" },
  voice: { kk: "Дауыс", ru: "Голос", en: "Voice" },
  photo: { kk: "Сурет", ru: "Фото", en: "Photo" },
  location: { kk: "Орын", ru: "Место", en: "Location" },
  contact: { kk: "Байланыс", ru: "Контакт", en: "Contact" },
  document: { kk: "Құжат", ru: "Документ", en: "Document" },
  bot: { kk: "бот", ru: "бот", en: "bot" },
  typing: { kk: "жазып жатыр…", ru: "печатает…", en: "typing…" },
  sending: { kk: "файл жіберіп жатыр…", ru: "отправляет файл…", en: "sending a file…" },
  whatCan: { kk: "Бұл бот не істей алады?", ru: "Что умеет этот бот?", en: "What can this bot do?" },
  noDescription: {
    kk: "Бот өзі туралы әлі айтпады.",
    ru: "Бот пока ничего о себе не рассказал.",
    en: "The bot has not said anything about itself yet.",
  },
  start: { kk: "БАСТАУ", ru: "НАЧАТЬ", en: "START" },
  message: { kk: "Хабарлама", ru: "Сообщение", en: "Message" },
  send: { kk: "Жіберу", ru: "Отправить", en: "Send" },
  menu: { kk: "Мәзір", ru: "Меню", en: "Menu" },
  commands: { kk: "Командалар", ru: "Команды", en: "Commands" },
  edited: { kk: "өзгертілді", ru: "изменено", en: "edited" },
  copied: { kk: "Көшірілді", ru: "Скопировано", en: "Copied" },
  picture: { kk: "Сурет", ru: "Картинка", en: "Picture" },
  reveal: { kk: "Жасырын мәтінді көрсету", ru: "Показать скрытый текст", en: "Show the hidden text" },
  showAll: { kk: "Толығырақ", ru: "Показать всё", en: "Show all" },
  chat: { kk: "Чат", ru: "Чат", en: "Chat" },
  toEnd: { kk: "Соңғы хабарға", ru: "К последнему сообщению", en: "To the newest message" },
  results: { kk: "Нәтижелер", ru: "Результаты", en: "Results" },
  nothing: { kk: "Ештеңе табылмады", ru: "Ничего не найдено", en: "Nothing found" },
  offline: { kk: "Байланыс үзілді, қайта қосылуда…", ru: "Связь прервалась, подключаюсь…", en: "Disconnected, trying again…" },
  calls: { kk: "Ботқа келген-кеткен", ru: "Обращения бота", en: "What the bot asked for" },
  faults: { kk: "Ақауға тапсырыс", ru: "Заказать сбой", en: "Order a fault" },
  noFault: { kk: "Бәрі қалпында", ru: "Всё исправно", en: "All is well" },
  distance: { kk: "Telegram-ға дейінгі қашықтық, мс", ru: "Расстояние до Telegram, мс", en: "Distance to Telegram, ms" },
  attachment: { kk: "Файл", ru: "Файл", en: "File" },
  draft: { kk: "жазылып жатыр", ru: "пишется", en: "being written" },
  poll: { kk: "Сауалнама", ru: "Опрос", en: "Poll" },
  remove: { kk: "Өшіру", ru: "Удалить", en: "Delete" },
};

export const LANGUAGES = { kk: "Қазақша", ru: "Русский", en: "English" };

export function say(language, key) {
  const words = WORDS[key] ?? {};
  return words[language] ?? words.en ?? key;
}

// Not every browser knows the Kazakh months.
const MONTHS = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" ");

export function day(language, date) {
  if (language === "kk") return `${date.getDate()} ${MONTHS[date.getMonth()]}`;
  return date.toLocaleDateString(language, { day: "numeric", month: "long" });
}

// What a person does with their telephone: says, presses, follows links, copies, opens apps.

import { act } from "./wire.js";
import { say } from "./words.js";

const PATIENCE = 15000;

export class Hands {
  constructor(phone) {
    this.phone = phone;
    this.answers = new Map();
    this.waiting = new Map();
  }

  language() {
    return this.phone.person.language_code;
  }

  async act(name, wish = {}) {
    try {
      return await act(this.phone.person.id, name, wish);
    } catch (trouble) {
      this.phone.toast(trouble.message);
      return null;
    }
  }

  say(text) {
    return this.act("say", { text });
  }

  start(payload = "") {
    return this.act("start", { payload });
  }

  send(kind) {
    return this.act("send", { kind });
  }

  type(query) {
    this.phone.composer.type(`@${this.phone.page.bot.username} ${query}`);
  }

  copy(text) {
    navigator.clipboard?.writeText(text).catch(() => {});
    this.phone.toast(say(this.language(), "copied"));
  }

  // A link to the bot itself starts it; says whether it was one.
  follow(url) {
    const found = url.match(/^(?:https?:\/\/)?(?:t|telegram)\.me\/(\w+)(?:\?start=([\w-]*))?$/);
    const own = found && found[1].toLowerCase() === this.phone.page.bot.username.toLowerCase();
    if (own) this.start(found[2]);
    return Boolean(own);
  }

  async openApp(url) {
    const opened = await this.act("open_app");
    const signed = `${url}#tgWebAppData=${encodeURIComponent(opened?.init_data ?? "")}`;
    if (opened) window.open(signed, "_blank", "noopener");
  }

  // A button shimmers from the press until the bot answers it.

  async press(messageId, data, button) {
    button.setAttribute("aria-busy", "true");
    setTimeout(() => button.removeAttribute("aria-busy"), PATIENCE);
    const told = await this.act("press", { message_id: messageId, data });
    if (!told) return button.removeAttribute("aria-busy");
    this.waiting.set(told.query_id, button);
    return this.settle(told.query_id);
  }

  answer(event) {
    this.answers.set(event.query_id, event);
    this.settle(event.query_id);
  }

  settle(queryId) {
    const answer = this.answers.get(queryId);
    const button = this.waiting.get(queryId);
    if (!answer || !button) return;
    this.answers.delete(queryId);
    this.waiting.delete(queryId);
    button.removeAttribute("aria-busy");
    this.hear(answer);
  }

  hear(answer) {
    const { page, person } = this.phone;
    if (answer.text && answer.show_alert) page.alert(answer.text, person);
    else if (answer.text) this.phone.toast(answer.text);
    if (answer.url && !this.follow(answer.url)) window.open(answer.url, "_blank", "noopener");
  }
}

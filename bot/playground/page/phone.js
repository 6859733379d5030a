// One telephone: a person's chat with the bot, as they see it now.

import { bubble } from "./bubble.js";
import { Composer } from "./composer.js";
import { icon, make } from "./dom.js";
import { Hands } from "./hands.js";
import { Settings } from "./settings.js";
import { read } from "./wire.js";
import { day, say } from "./words.js";

const TOAST = 3500;
const ACTION = 5000;

export class Phone {
  constructor(person, page) {
    this.person = person;
    this.page = page;
    this.hands = new Hands(this);
    this.build();
  }

  build() {
    this.settings = new Settings(this);
    this.composer = new Composer(this);
    this.title = make("b", { class: "bot-name" });
    this.status = make("small", { class: "status" });
    this.list = make("ol", { class: "messages", role: "log", "aria-live": "polite" });
    this.empty = make("div", { class: "empty" });
    this.toasts = make("div", { class: "toasts", role: "status" });
    this.toEnd = make("button", { type: "button", class: "to-end round", onclick: () => this.scroll(true) }, icon("down"));
    this.root = make("section", { class: "phone", "data-person": this.person.id },
      make("div", { class: "screen" }, this.header(), this.settings.root,
        make("div", { class: "wall" }, this.list, this.empty, this.toEnd, this.toasts), this.composer.root));
    this.list.addEventListener("scroll", () => this.root.classList.toggle("away", !this.atEnd()));
  }

  header() {
    this.avatar = make("span", { class: "disc avatar", "aria-hidden": "true" });
    this.owner = make("h2", { class: "owner" });
    return make("header", {}, this.avatar,
      make("div", { class: "titles" }, this.owner, make("div", { class: "bot-line" }, this.title, this.status)),
      this.settings.button);
  }

  async load() {
    const [messages, bot, menu] = await Promise.all([
      read(`/chats/${this.person.id}`),
      read(`/bot?language=${this.person.language_code}`),
      read(`/people/${this.person.id}/menu`),
    ]);
    this.bot = bot;
    this.messages = new Map(messages.map((each) => [each.message_id, each]));
    this.composer.menu = menu;
    this.composer.hide();
    this.draw();
  }

  become(person) {
    if (JSON.stringify(person) === JSON.stringify(this.person)) return null;
    this.person = person;
    return this.load();
  }

  draw() {
    const language = this.person.language_code;
    const kind = say(this.page.language, this.person.kind);
    this.root.lang = language;
    this.root.classList.toggle("blocked", this.person.blocked);
    this.root.setAttribute("aria-label", `${this.person.name}, ${kind}`);
    this.avatar.textContent = this.person.name.trim().slice(0, 1) || "?";
    this.avatar.dataset.kind = this.person.kind;
    this.owner.replaceChildren(this.person.name, make("span", { class: "kind" }, kind));
    this.title.textContent = this.bot.name || this.bot.first_name;
    this.list.setAttribute("aria-label", `${say(language, "chat")}: ${this.person.name}`);
    this.toEnd.setAttribute("aria-label", say(language, "toEnd"));
    this.idle();
    this.drawMessages();
    this.settings.draw();
  }

  drawMessages() {
    this.list.replaceChildren();
    let shown = "";
    for (const message of this.messages.values()) shown = this.append(message, shown);
    this.drawEmpty();
    this.scroll(true);
  }

  append(message, before = this.day) {
    const today = day(this.person.language_code, new Date(message.date * 1000));
    if (today !== before) this.list.append(make("li", { class: "day" }, make("span", {}, today)));
    const shown = bubble(message, this.person, this.hands);
    if (message.media_group_id) this.album(message, shown.className).append(shown);
    else this.list.append(shown);
    this.day = today;
    return today;
  }

  album(message, kind) {
    const group = message.media_group_id;
    const open = this.list.lastElementChild;
    if (open?.dataset.album === group) return open.firstChild;
    const album = make("li", { class: `album ${kind.split(" ").at(-1)}`, "data-album": group }, make("ol"));
    this.list.append(album);
    return album.firstChild;
  }

  drawEmpty() {
    const language = this.person.language_code;
    const none = this.messages.size === 0;
    this.root.classList.toggle("fresh", none);
    this.empty.replaceChildren(...(none ? [make("div", { class: "card" },
      make("b", {}, say(language, "whatCan")),
      make("p", {}, this.bot.description || say(language, "noDescription")))] : []));
    this.composer.draw();
  }

  // What happened, as the playground tells it.

  sent(message) {
    const atEnd = this.atEnd() || message.from?.id === this.person.id;
    this.messages.set(message.message_id, message);
    this.dropDraft();
    this.idle();
    this.append(message);
    this.drawEmpty();
    if (atEnd) this.scroll();
  }

  edited(message) {
    this.messages.set(message.message_id, message);
    const old = this.find(message.message_id);
    if (!old) return;
    const fresh = bubble(message, this.person, this.hands);
    fresh.classList.add("changed");
    const atEnd = this.atEnd();
    old.replaceWith(fresh);
    this.composer.draw();
    if (atEnd) this.scroll();
  }

  deleted(message) {
    this.messages.delete(message.message_id);
    this.find(message.message_id)?.remove();
    this.drawEmpty();
  }

  action(action) {
    const key = action === "typing" ? "typing" : "sending";
    this.status.textContent = say(this.person.language_code, key);
    this.status.classList.add("busy");
    clearTimeout(this.actionEnds);
    this.actionEnds = setTimeout(() => this.idle(), ACTION);
  }

  idle() {
    clearTimeout(this.actionEnds);
    this.status.classList.remove("busy");
    this.status.textContent = say(this.person.language_code, "bot");
  }

  draft(message) {
    this.dropDraft();
    const shown = { message_id: "draft", date: Date.now() / 1000, from: {}, ...message };
    this.ghost = bubble(shown, this.person, this.hands);
    this.ghost.classList.add("ghost");
    this.ghost.setAttribute("aria-label", say(this.person.language_code, "draft"));
    this.list.append(this.ghost);
    this.ghostEnds = setTimeout(() => this.dropDraft(), 30000);
    this.scroll();
  }

  dropDraft() {
    clearTimeout(this.ghostEnds);
    this.ghost?.remove();
    this.ghost = null;
  }

  reaction(messageId, emoji) {
    const place = this.find(messageId)?.querySelector(".reactions");
    if (place) place.textContent = emoji.join("");
  }

  answer(event) {
    this.hands.answer(event);
  }

  toast(text) {
    const toast = make("div", { class: "toast" }, text);
    this.toasts.replaceChildren(toast);
    setTimeout(() => toast.remove(), TOAST);
  }

  find(messageId) {
    return this.list.querySelector(`[data-message-id="${messageId}"]`);
  }

  atEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 90;
  }

  scroll(now = false) {
    this.list.scrollTo({ top: this.list.scrollHeight, behavior: now ? "auto" : "smooth" });
  }
}

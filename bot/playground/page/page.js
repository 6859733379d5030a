// The chat page: several people side by side, each with a telephone.
//
// Hooks for tests (they stay as they are):
//   [data-person="<id>"]        one telephone; [data-tab="<id>"] its tab on a narrow screen
//   [data-message-id="<id>"]    one message in it (class mine or theirs; changed after an edit)
//   .keyboard button            the buttons under a message, with data-callback
//   .reply-keyboard button      the buttons that replace the letters
//   .composer input             where one writes; .composer .send sends it
//   [data-start]                the Start (or Unblock) button of an empty (or blocked) chat
//   .toast                      what an answered tap says; dialog.alert what it insists on
//   .status                     "bot", or "typing…" while it types (class busy)
//   .more                       opens .settings: select[name=language], input[name=payload],
//                               [data-send="sticker"|...], [data-block]
//   .menu                       the commands menu; .popup .choice its commands, or inline results
//   [data-page-language="kk"]   the language of the page itself

import { Backstage } from "./backstage.js";
import { icon, make } from "./dom.js";
import { Phone } from "./phone.js";
import { read, write } from "./wire.js";
import { LANGUAGES, say } from "./words.js";

const SEATS = 24;
const KINDS = ["pupil", "parent", "counselor", "admin"];

class Page {
  constructor() {
    this.language = localStorage.getItem("language") ?? "kk";
    this.phones = new Map();
    this.stage = document.querySelector("main");
    this.tabs = make("nav", { class: "tabs" });
    this.bar = document.querySelector("body > header");
    this.offline = make("p", { class: "offline", role: "status", hidden: true });
    this.dialog = make("dialog", { class: "alert" });
    this.backstage = new Backstage(this);
    document.body.append(this.offline, this.backstage.root, this.dialog);
  }

  async open() {
    await this.load();
    const events = new EventSource("/playground/live");
    events.onopen = () => this.reopened();
    events.onerror = () => { this.offline.hidden = false; };
    events.onmessage = (told) => this.hear(JSON.parse(told.data));
  }

  async reopened() {
    this.offline.hidden = true;
    await this.load();
    document.body.dataset.ready = "true";
  }

  async load() {
    this.bot = await read("/bot");
    await this.meet();
    await Promise.all([...this.phones.values()].map((phone) => phone.load()));
  }

  async meet() {
    const people = await read("/people");
    for (const person of people.slice(0, SEATS)) await this.seat(person);
    this.drawBar();
  }

  async seat(person) {
    const phone = this.phones.get(person.id);
    if (phone) return phone.become(person);
    const fresh = new Phone(person, this);
    this.phones.set(person.id, fresh);
    await fresh.load();
    this.stage.append(fresh.root);
    if (!this.chosen) this.choose(person.id);
    return fresh;
  }

  drawBar() {
    const { language } = this;
    document.documentElement.lang = language;
    document.title = say(language, "title");
    this.offline.textContent = say(language, "offline");
    const titles = make("div", { class: "titles" }, make("h1", {}, say(language, "title")), make("p", {}, say(language, "tagline")));
    this.bar.replaceChildren(titles, this.languages(), this.tools(language), this.tabs);
    this.drawTabs();
    this.backstage.draw();
  }

  languages() {
    const buttons = Object.entries(LANGUAGES).map(([code, name]) => make("button", {
      type: "button", "data-page-language": code, lang: code, title: name,
      "aria-pressed": String(code === this.language), onclick: () => this.speak(code),
    }, code.toUpperCase()));
    return make("div", { class: "segments", role: "group", "aria-label": say(this.language, "pageLanguage") }, ...buttons);
  }

  speak(language) {
    this.language = language;
    localStorage.setItem("language", language);
    this.drawBar();
    for (const phone of this.phones.values()) phone.draw();
  }

  tools(language) {
    return make("div", { class: "tools" },
      make("button", { type: "button", class: "add", "aria-label": say(language, "addPerson"), onclick: () => this.invite() }, icon("plus"), make("span", {}, say(language, "addPerson"))),
      make("button", { type: "button", class: "clear", onclick: () => write("/reset") }, say(language, "clear")),
      make("button", { type: "button", class: "behind", "aria-expanded": String(!this.backstage.root.hidden), "aria-label": say(language, "backstage"), onclick: () => this.peek() },
        icon("behind"), make("span", {}, say(language, "backstage"))));
  }

  peek() {
    this.backstage.root.hidden = !this.backstage.root.hidden;
    document.body.classList.toggle("peeking", !this.backstage.root.hidden);
    this.bar.querySelector(".behind").setAttribute("aria-expanded", String(!this.backstage.root.hidden));
  }

  drawTabs() {
    this.tabs.setAttribute("aria-label", say(this.language, "people"));
    this.tabs.replaceChildren(...[...this.phones.values()].map(({ person }) => make("button", {
      type: "button", "data-tab": person.id, "aria-pressed": String(person.id === this.chosen),
      onclick: () => this.choose(person.id),
    }, person.name)));
  }

  choose(id) {
    this.chosen = id;
    for (const [each, phone] of this.phones) phone.root.classList.toggle("chosen", each === id);
    this.drawTabs();
    this.phones.get(id)?.scroll(true);
  }

  invite() {
    const { language } = this;
    const name = make("input", { name: "name", required: true, maxlength: 64, autocomplete: "off" });
    const kind = make("select", { name: "kind" }, ...KINDS.map((each) => make("option", { value: each }, say(language, each))));
    const spoken = make("select", { name: "language_code" }, ...Object.entries(LANGUAGES).map(([code, told]) => make("option", { value: code }, told)));
    const fields = [["name", name], ["kind", kind], ["language", spoken]].map(([label, field]) => make("label", {}, make("span", {}, say(language, label)), field));
    const form = make("form", { method: "dialog" }, make("h2", {}, say(language, "addPerson")), ...fields, this.choices(language));
    form.addEventListener("submit", (event) => {
      if (event.submitter?.value === "add") write("/people", { name: name.value, kind: kind.value, language_code: spoken.value });
    });
    this.show(form);
  }

  choices(language) {
    return make("div", { class: "choices" },
      make("button", { type: "submit", value: "cancel", formnovalidate: true, class: "quiet" }, say(language, "cancel")),
      make("button", { type: "submit", value: "add" }, say(language, "add")));
  }

  alert(text, person) {
    this.show(make("form", { method: "dialog" }, make("p", { lang: person.language_code }, text),
      make("div", { class: "choices" }, make("button", { type: "submit", autofocus: true }, "OK"))));
  }

  show(form) {
    this.dialog.replaceChildren(form);
    this.dialog.showModal();
  }

  // What happened, told to the telephone it concerns.

  hear(event) {
    const phone = this.phones.get(event.chat_id ?? event.person);
    switch (event.kind) {
      case "sent": case "edited": case "deleted": return phone?.[event.kind](event.message);
      case "action": return phone?.action(event.action);
      case "draft": return phone?.draft(event.message);
      case "reaction": return phone?.reaction(event.message_id, event.emoji);
      case "answer": return phone?.answer(event);
      case "keyboard": return phone?.composer.keyboard(event.markup);
      case "inline": return phone?.composer.inline(event);
      case "call": return this.backstage.call(event);
      case "people": return this.meet();
      case "profile": case "reset": return this.load();
      default: return null;
    }
  }
}

const page = new Page();
page.open();
window.playground = page;

// A telephone's own settings: its language, links to open, other things to send, blocking the bot.

import { icon, make } from "./dom.js";
import { write } from "./wire.js";
import { LANGUAGES, say } from "./words.js";

const OTHERS = ["sticker", "voice", "photo", "location", "contact", "document"];

export class Settings {
  constructor(phone) {
    this.phone = phone;
    this.button = make("button", { type: "button", class: "round more", "aria-expanded": "false", onclick: () => this.toggle() }, icon("more"));
    this.root = make("div", { class: "settings", hidden: true });
    this.root.addEventListener("keydown", (event) => { if (event.key === "Escape") this.toggle(false); });
    document.addEventListener("pointerdown", ({ target }) => {
      if (!this.root.contains(target) && !this.button.contains(target)) this.toggle(false);
    });
  }

  toggle(open = this.root.hidden) {
    this.root.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
  }

  draw() {
    const page = this.phone.page.language;
    this.button.setAttribute("aria-label", say(page, "more"));
    this.root.replaceChildren(this.language(page), this.link(page), this.others(page), this.blocking(page));
  }

  language(page) {
    const person = this.phone.person;
    const options = Object.entries(LANGUAGES).map(([code, name]) => make("option", { value: code, selected: code === person.language_code }, name));
    const choice = make("select", { name: "language" }, ...options);
    choice.addEventListener("change", () => write(`/people/${person.id}`, { language_code: choice.value }, "PATCH"));
    return make("label", {}, make("span", {}, say(page, "language")), choice);
  }

  link(page) {
    const payload = make("input", { type: "text", name: "payload", placeholder: "?start=…", autocomplete: "off", "aria-label": say(page, "deepLink") });
    const form = make("form", { class: "link" }, payload, make("button", { type: "submit" }, say(page, "open")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.toggle(false);
      this.phone.hands.start(payload.value.replace(/^.*start=/, "").trim());
    });
    return make("div", {}, make("span", {}, say(page, "deepLink")), form);
  }

  others(page) {
    const send = (kind) => { this.toggle(false); this.phone.hands.send(kind); };
    const buttons = OTHERS.map((kind) => make("button", { type: "button", "data-send": kind, onclick: () => send(kind) }, say(page, kind)));
    return make("div", {}, make("span", {}, say(page, "sendOther")), make("div", { class: "chips" }, ...buttons));
  }

  blocking(page) {
    const { blocked } = this.phone.person;
    const onclick = () => { this.toggle(false); this.phone.hands.act(blocked ? "unblock" : "block", {}); };
    return make("button", { type: "button", class: "blocking", "data-block": true, onclick }, say(page, blocked ? "unblock" : "block"));
  }
}

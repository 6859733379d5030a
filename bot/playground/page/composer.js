// The bottom of a telephone: what to write with, or the one button that starts it all.

import { icon, make } from "./dom.js";
import { replyKeyboard } from "./keyboard.js";
import { say } from "./words.js";

const PAUSE = 250;

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.menu = { commands: [], button: {} };
    this.popup = make("div", { class: "popup", hidden: true });
    this.input = make("input", { type: "text", name: "message", autocomplete: "off", enterkeyhint: "send", maxlength: 4096 });
    this.menuButton = make("button", { type: "button", class: "menu", "aria-expanded": "false", onclick: () => this.toggleMenu() }, icon("menu"), make("span"));
    this.sendButton = make("button", { type: "submit", class: "send round" }, icon("send"));
    this.form = make("form", { class: "write" }, this.menuButton, this.input, this.sendButton);
    this.startButton = make("button", { type: "button", class: "start", "data-start": true, onclick: () => this.phone.hands.start() });
    this.keys = make("div", { class: "keys" });
    this.root = make("footer", { class: "composer" }, this.popup, this.form, this.keys, this.startButton);
    this.listen();
  }

  listen() {
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    this.input.addEventListener("input", () => this.typed());
    document.addEventListener("pointerdown", ({ target }) => { if (!this.root.contains(target)) this.hide(); });
    this.root.addEventListener("keydown", (event) => { if (event.key === "Escape") this.hide(); });
  }

  draw() {
    const { language_code: language, blocked } = this.phone.person;
    const closed = blocked || this.phone.messages.size === 0;
    this.form.hidden = closed;
    this.startButton.hidden = !closed;
    this.startButton.textContent = say(language, blocked ? "unblock" : "start");
    this.input.placeholder = say(language, "message");
    this.input.setAttribute("aria-label", say(language, "message"));
    this.sendButton.setAttribute("aria-label", say(language, "send"));
    this.drawMenuButton(language);
    this.drawKeys(closed);
  }

  drawMenuButton(language) {
    const { commands, button } = this.menu;
    this.menuButton.hidden = commands.length === 0 && button.type !== "web_app";
    const text = button.text ?? say(language, "menu");
    this.menuButton.lastChild.textContent = text;
    this.menuButton.setAttribute("aria-label", text);
  }

  drawKeys(closed) {
    const keys = closed ? null : replyKeyboard(this.menu.keyboard, this.phone.hands);
    this.keys.replaceChildren(...(keys ? [keys] : []));
  }

  keyboard(markup) {
    this.menu.keyboard = markup;
    this.draw();
  }

  send() {
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = "";
    this.hide();
    this.phone.hands.say(text);
  }

  type(text) {
    this.input.value = text;
    this.input.focus();
    this.typed();
  }

  // Suggestions: commands after a slash, inline results after the bot's name.

  typed() {
    clearTimeout(this.pause);
    const name = `@${this.phone.page.bot.username} `.toLowerCase();
    const text = this.input.value;
    if (text.toLowerCase().startsWith(name)) {
      this.pause = setTimeout(() => this.ask(text.slice(name.length)), PAUSE);
    } else if (text.startsWith("/") && !text.includes(" ")) {
      this.showCommands(text.slice(1));
    } else {
      this.hide();
    }
  }

  toggleMenu() {
    if (this.menu.button.type === "web_app") return this.phone.hands.openApp(this.menu.button.web_app.url);
    return this.popup.hidden ? this.showCommands("") : this.hide();
  }

  showCommands(beginning) {
    const fitting = this.menu.commands.filter((each) => each.command.startsWith(beginning));
    this.show(say(this.phone.person.language_code, "commands"), fitting.map((each) => this.choice(
      `/${each.command}`, each.description, () => this.phone.hands.say(`/${each.command}`),
    )));
  }

  async ask(query) {
    const asked = await this.phone.hands.act("ask", { query });
    this.asked = asked?.query_id;
    if (this.results?.query_id === this.asked) this.inline(this.results);
  }

  inline(event) {
    this.results = event;
    if (event.query_id !== this.asked) return;
    const language = this.phone.person.language_code;
    const choices = (event.results ?? []).map((each) => this.choice(
      each.title ?? each.id, each.description ?? "", () => this.choose(event.query_id, each.id),
    ));
    const none = make("p", { class: "none" }, say(language, "nothing"));
    this.show(say(language, "results"), choices.length ? choices : [none]);
  }

  choose(queryId, resultId) {
    this.input.value = "";
    return this.phone.hands.act("choose", { query_id: queryId, result_id: String(resultId) });
  }

  choice(title, text, onclick) {
    const chosen = () => { this.input.value = ""; this.hide(); onclick(); };
    return make("button", { type: "button", class: "choice", onclick: chosen }, make("b", {}, title), make("span", {}, text));
  }

  show(label, choices) {
    this.popup.setAttribute("aria-label", label);
    this.popup.setAttribute("role", "group");
    this.popup.replaceChildren(...choices);
    this.popup.hidden = choices.length === 0;
    this.menuButton.setAttribute("aria-expanded", String(!this.popup.hidden));
  }

  hide() {
    this.popup.hidden = true;
    this.menuButton.setAttribute("aria-expanded", "false");
  }
}

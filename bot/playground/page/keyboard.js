// Keyboards: the buttons under a message, and the ones that replace the letters.

import { icon, make } from "./dom.js";

const SIGNS = {
  url: "away", login_url: "away", web_app: "app", copy_text: "copy",
  switch_inline_query: "inline", switch_inline_query_current_chat: "inline",
};

export function inlineKeyboard(message, hands) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return make("div", { class: "keyboard" }, ...rows.map((row) => make(
    "div", { class: "row" }, ...row.map((button) => key(button, message, hands)),
  )));
}

function key(button, message, hands) {
  const sign = Object.keys(SIGNS).find((name) => name in button);
  const element = make("button", {
    type: "button",
    class: `key ${button.style ?? ""}`,
    disabled: Boolean(button.disabled),
    "data-callback": button.callback_data,
  }, make("span", {}, button.text), sign ? icon(SIGNS[sign]) : null);
  element.addEventListener("click", () => tapped(button, message, element, hands));
  return element;
}

function tapped(button, message, element, hands) {
  if ("callback_data" in button) return hands.press(message.message_id, button.callback_data, element);
  if (button.url) return hands.follow(button.url) || window.open(button.url, "_blank", "noopener");
  if (button.copy_text) return hands.copy(button.copy_text.text);
  if (button.web_app) return hands.openApp(button.web_app.url);
  const query = button.switch_inline_query_current_chat ?? button.switch_inline_query;
  return query === undefined ? null : hands.type(query);
}

export function replyKeyboard(markup, hands) {
  if (!markup?.keyboard) return null;
  const whole = make("div", { class: "reply-keyboard" }, ...markup.keyboard.map((row) => make(
    "div", { class: "row" }, ...row.map((button) => replyKey(button, hands)),
  )));
  if (markup.one_time_keyboard) whole.addEventListener("click", () => whole.remove());
  return whole;
}

function replyKey(button, hands) {
  const onclick = () => (button.request_contact ? hands.send("contact")
    : button.request_location ? hands.send("location") : hands.say(button.text));
  return make("button", { type: "button", class: `key ${button.style ?? ""}`, onclick }, button.text);
}

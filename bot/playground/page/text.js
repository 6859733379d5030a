// Words with their formatting. Entities count UTF-16 units, as JavaScript does.

import { make } from "./dom.js";
import { say } from "./words.js";

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code",
  blockquote: "blockquote", custom_emoji: "span",
};

// `hands` knows what a tap on a link or a command does on this phone.
export function formatted(text, entities = [], hands) {
  const whole = document.createDocumentFragment();
  fill(whole, text, nested(entities), 0, text.length, hands);
  return whole;
}

function nested(entities) {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function fill(parent, text, entities, from, until, hands) {
  let at = from;
  while (entities.length && entities[0].offset < until) {
    const entity = entities.shift();
    if (entity.offset < at) continue;
    parent.append(text.slice(at, entity.offset));
    at = Math.min(entity.offset + entity.length, until);
    const element = wrapped(entity, text.slice(entity.offset, at), hands);
    fill(element.inside ?? element, text, entities, entity.offset, at, hands);
    parent.append(element);
  }
  parent.append(text.slice(at, until));
}

function wrapped(entity, words, hands) {
  switch (entity.type) {
    case "url": return link(words, hands);
    case "text_link": return link(entity.url, hands);
    case "email": return make("a", { href: `mailto:${words}` });
    case "mention": return make("span", { class: "mention" });
    case "bot_command": return command(words, hands);
    case "spoiler": return spoiler(hands);
    case "pre": return make("pre", { "data-language": entity.language });
    case "expandable_blockquote": return folded(hands);
    default: return make(TAGS[entity.type] ?? "span", { class: entity.type });
  }
}

function link(address, hands) {
  const url = /^\w+:/.test(address) ? address : `https://${address}`;
  const safe = /^(https?|mailto|tel|tg):/i.test(url) ? url : "#";
  const onclick = (event) => hands.follow(safe) && event.preventDefault();
  return make("a", { href: safe, target: "_blank", rel: "noopener noreferrer", onclick });
}

function command(words, hands) {
  return make("button", { type: "button", class: "command", onclick: () => hands.say(words) });
}

function spoiler(hands) {
  const element = make("button", {
    type: "button", class: "spoiler", "aria-label": say(hands.language(), "reveal"),
  });
  element.addEventListener("click", () => {
    element.classList.add("revealed");
    element.removeAttribute("aria-label");
  });
  return element;
}

function folded(hands) {
  const inside = make("span");
  const quote = make("blockquote", { class: "folded" }, inside);
  const more = make("button", { type: "button", class: "unfold" }, say(hands.language(), "showAll"));
  more.addEventListener("click", () => { quote.classList.remove("folded"); more.remove(); });
  quote.append(more);
  quote.inside = inside;
  return quote;
}

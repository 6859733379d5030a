// One message as a bubble: what it says, what it holds, its keyboard.

import { icon, make } from "./dom.js";
import { inlineKeyboard } from "./keyboard.js";
import { rich } from "./rich.js";
import { formatted } from "./text.js";
import { say } from "./words.js";

export function bubble(message, person, hands) {
  const mine = message.from?.id === person.id;
  const content = make("div", { class: "bubble" }, ...parts(message, hands), foot(message, hands));
  if (message.photo && !message.caption) content.classList.add("bare");
  return make("li", {
    class: `message ${mine ? "mine" : "theirs"}`,
    "data-message-id": message.message_id,
  }, content, inlineKeyboard(message, hands));
}

function parts(message, hands) {
  return [
    via(message), forwarded(message), replied(message), held(message, hands),
    message.text ? words(message.text, message.entities, hands) : null,
    message.rich_message ? rich(message.rich_message, hands) : null,
    message.caption ? words(message.caption, message.caption_entities, hands) : null,
  ];
}

function words(text, entities, hands) {
  return make("div", { class: "text" }, formatted(text, entities, hands));
}

function via(message) {
  return message.via_bot ? make("div", { class: "aside" }, `@${message.via_bot.username}`) : null;
}

function forwarded(message) {
  const name = message.forward_origin?.sender_user?.first_name;
  return name ? make("div", { class: "aside" }, `↪ ${name}`) : null;
}

function replied(message) {
  const to = message.reply_to_message;
  return to ? make("div", { class: "replied" }, (to.text ?? to.caption ?? "…").slice(0, 80)) : null;
}

function held(message, hands) {
  const language = hands.language();
  if (message.photo) return photo(message, language);
  if (message.document) return paper(message.document);
  if (message.sticker) return make("div", { class: "big" }, message.sticker.emoji ?? say(language, "sticker"));
  if (message.dice) return make("div", { class: "big" }, `${message.dice.emoji} ${message.dice.value}`);
  if (message.location) return labelled(say(language, "location"), `${message.location.latitude}, ${message.location.longitude}`);
  if (message.contact) return labelled(message.contact.first_name, message.contact.phone_number);
  if (message.poll) return labelled(say(language, "poll"), message.poll.question);
  return other(message, language);
}

function other(message, language) {
  const kind = ["voice", "video", "video_note", "audio"].find((name) => name in message);
  if (!kind) return null;
  return labelled(say(language, kind === "voice" ? "voice" : "attachment"), `0:0${message[kind].duration}`);
}

function photo(message, language) {
  const sizes = message.photo;
  const { file_id: id, width, height } = sizes[sizes.length - 1];
  const picture = make("img", {
    src: `/playground/files/${id}`, width, height,
    alt: message.caption ?? say(language, "picture"), class: "photo",
  });
  if (message.has_media_spoiler) picture.classList.add("veiled");
  picture.addEventListener("click", () => picture.classList.remove("veiled"));
  return picture;
}

function paper(document) {
  const size = document.file_size > 1024 ? `${Math.round(document.file_size / 1024)} KB` : `${document.file_size} B`;
  return make("a", { class: "paper", href: `/playground/files/${document.file_id}`, download: document.file_name ?? "file" },
    make("span", { class: "disc" }, icon("file")),
    make("span", {}, make("b", {}, document.file_name ?? "file"), make("small", {}, size)));
}

function labelled(title, text) {
  return make("div", { class: "labelled" }, make("b", {}, title), make("span", {}, text));
}

function foot(message, hands) {
  const time = new Date(message.date * 1000);
  const shown = time.toLocaleTimeString(hands.language(), { hour: "2-digit", minute: "2-digit" });
  const edited = message.edit_date ? `${say(hands.language(), "edited")} ` : "";
  return make("span", { class: "foot" }, make("span", { class: "reactions" }), edited,
    make("time", { datetime: time.toISOString() }, shown));
}

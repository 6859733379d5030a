// Rich messages: headings, tables, folding parts. Only known tags live, and they keep no tricks.

import { make } from "./dom.js";

const TAGS = new Set(
  ("h1 h2 h3 h4 h5 h6 p b strong i em u ins s del code pre ul ol li table thead tbody tr th td "
    + "caption details summary blockquote hr br a sup sub mark div span footer section").split(" "),
);
const KEPT = { a: ["href"], td: ["colspan", "rowspan"], th: ["colspan", "rowspan"], details: ["open"] };

export function rich(message, hands) {
  const page = make("div", { class: "rich" });
  if (message.html) page.append(...cleaned(parsed(message.html), hands));
  else if (message.markdown) page.append(make("pre", {}, message.markdown));
  for (const block of message.blocks ?? []) page.append(built(block, hands));
  return page;
}

function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html").body;
}

function cleaned(node, hands) {
  return [...node.childNodes].flatMap((child) => {
    if (child.nodeType === Node.TEXT_NODE) return [child.textContent];
    if (child.nodeType !== Node.ELEMENT_NODE) return [];
    const tag = child.localName;
    if (tag === "script" || tag === "style") return [];
    if (!TAGS.has(tag)) return cleaned(child, hands);
    return [make(tag, attributes(child, tag, hands), ...cleaned(child, hands))];
  });
}

function attributes(child, tag, hands) {
  const kept = Object.fromEntries((KEPT[tag] ?? []).map((name) => [name, child.getAttribute(name)]));
  if (tag !== "a") return kept;
  return anchor(kept.href ?? "", hands);
}

function anchor(href, hands) {
  const safe = /^(https?|mailto|tel|tg):/i.test(href) ? href : "#";
  const onclick = (event) => hands.follow(safe) && event.preventDefault();
  return { href: safe, target: "_blank", rel: "noopener noreferrer", onclick };
}

function built(block, hands) {
  switch (block.type) {
    case "heading":
    case "section_heading": return make(`h${Math.min(block.size ?? 3, 6)}`, {}, ...words(block.text, hands));
    case "divider": return make("hr");
    case "pre": return make("pre", {}, ...words(block.text, hands));
    case "list": return make("ul", {}, ...(block.items ?? []).map((item) => make("li", {}, ...inner(item, hands))));
    case "table": return table(block, hands);
    case "details":
      return make("details", { open: block.is_open }, make("summary", {}, ...words(block.summary, hands)), ...inner(block, hands));
    case "blockquote":
    case "block_quotation": return make("blockquote", {}, ...words(block.text, hands), ...inner(block, hands));
    default: return make("p", {}, ...words(block.text, hands), ...inner(block, hands));
  }
}

function inner(block, hands) {
  return (block.blocks ?? []).map((each) => built(each, hands));
}

function table(block, hands) {
  const rows = (block.cells ?? []).map((row) => make("tr", {}, ...row.map((cell) => make(
    cell.is_header ? "th" : "td", { colspan: cell.colspan, rowspan: cell.rowspan }, ...words(cell.text, hands),
  ))));
  return make("table", {}, make("tbody", {}, ...rows));
}

const MARKS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", marked: "mark" };

function words(text, hands) {
  if (text === null || text === undefined) return [];
  if (typeof text === "string") return [text];
  if (Array.isArray(text)) return text.flatMap((each) => words(each, hands));
  const attributes = text.url ? anchor(text.url, hands) : {};
  return [make(text.url ? "a" : MARKS[text.type] ?? "span", attributes, ...words(text.text, hands))];
}

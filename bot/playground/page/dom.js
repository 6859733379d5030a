// Making elements, in one line each.

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) put(element, name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function put(element, name, value) {
  if (value === false || value === null || value === undefined) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else element.setAttribute(name, value === true ? "" : value);
}

const ICONS = {
  send: "M3 11.5 21 3l-5.5 18-4-7.5z",
  more: "M12 4.5v.01M12 12v.01M12 19.5v.01",
  close: "M5 5l14 14M19 5 5 19",
  down: "M5 9l7 7 7-7",
  menu: "M4 7h16M4 12h16M4 17h16",
  away: "M8 16 17 7M9 7h8v8",
  copy: "M9 9h10v11H9zM5 15V4h10",
  app: "M4 5h16v14H4zM4 9h16",
  inline: "M4 12h14M13 6l6 6-6 6",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  behind: "M4 18h16M7 18v-6M12 18V5M17 18v-9",
  plus: "M12 5v14M5 12h14",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon icon-${name}`);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

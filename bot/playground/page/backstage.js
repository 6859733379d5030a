// Backstage: what the bot asked of Telegram just now, and what may go wrong next.

import { make } from "./dom.js";
import { read, write } from "./wire.js";
import { say } from "./words.js";

const FAULTS = ["429", "500", "502", "timeout", "reset_before", "reset_after", "slow", "bad_json", "html"];
const SHOWN = 60;

export class Backstage {
  constructor(page) {
    this.page = page;
    this.log = make("ol", { class: "calls" });
    this.root = make("aside", { class: "backstage", hidden: true });
  }

  async draw() {
    const language = this.page.language;
    this.root.setAttribute("aria-label", say(language, "backstage"));
    const [knobs, faults] = await Promise.all([read("/knobs"), read("/faults")]);
    this.root.replaceChildren(
      make("h2", {}, say(language, "backstage")),
      this.faults(language, faults), this.distance(language, knobs),
      make("h3", {}, say(language, "calls")), this.log,
    );
  }

  faults(language, faults) {
    const options = ["", ...FAULTS].map((fault) => make("option", { value: fault, selected: fault === (faults[0]?.fault ?? "") }, fault || say(language, "noFault")));
    const choice = make("select", { name: "fault" }, ...options);
    choice.addEventListener("change", async () => {
      await write("/faults", {}, "DELETE");
      if (choice.value) await write("/faults", { fault: choice.value, seconds: 5, retry_after: 3 });
    });
    return make("label", {}, make("span", {}, say(language, "faults")), choice);
  }

  distance(language, knobs) {
    const choice = make("input", { type: "number", name: "latency", min: 0, max: 5000, step: 50, value: knobs.latency_ms });
    choice.addEventListener("change", () => write("/knobs", { latency_ms: Number(choice.value) }, "PATCH"));
    return make("label", {}, make("span", {}, say(language, "distance")), choice);
  }

  call(event) {
    if (event.method === "getUpdates" && event.status === 200) return;
    const time = new Date(event.at * 1000).toLocaleTimeString(this.page.language);
    const kind = event.status >= 400 ? "bad" : "good";
    const cost = `${(event.seconds * 1000).toFixed(1)} ms`;
    this.log.prepend(make("li", { class: kind, title: event.description },
      make("time", {}, time), make("b", {}, event.method), make("span", {}, `${event.status} · ${cost}`)));
    while (this.log.children.length > SHOWN) this.log.lastChild.remove();
  }
}

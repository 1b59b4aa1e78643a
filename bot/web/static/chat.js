// Makes the chat live. Without it the page works by plain posts.
(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const form = $("chat"), talk = $("talk"), box = $("text"), typing = $("typing"), trouble = $("trouble"), lost = $("lost");
  let last = Number(form.dataset.last), turn = null, number = 0, stuck = null;
  const pending = new Set(), says = $("line").dataset;
  $("look").hidden = true;

  $("exit").addEventListener("click", (event) => {
    event.preventDefault();
    document.documentElement.hidden = true;
    window.top.location.replace(event.currentTarget.href);
  });

  const toEnd = () => window.scrollTo(0, document.documentElement.scrollHeight);
  let first = null;
  // A long turn is read from its first message on.
  const toTurn = () => {
    toEnd();
    if (first && first.getBoundingClientRect().top < 70) window.scrollBy(0, first.getBoundingClientRect().top - 70);
  };

  function add(kind, who, text) {
    const li = $("line").content.firstElementChild.cloneNode(true);
    li.className = kind;
    li.firstElementChild.textContent = who;
    li.querySelector("p").textContent = text;
    talk.append(li);
    $("welcome")?.remove();
    return li;
  }

  // A new turn: numbers start again, and older buttons stay only where they answer no question.
  function newTurn(id) {
    turn = id;
    number = 0;
    first = null;
    for (const taps of talk.querySelectorAll(".taps")) {
      if (!taps.closest("[data-lasts]")) taps.remove();
      else {
        taps.classList.add("older");
        taps.querySelectorAll(".n").forEach((n) => n.remove());
      }
    }
  }

  function hear(said) {
    if (said.n <= last) return;
    last = said.n;
    if (said.turn !== turn) newTurn(said.turn);
    const card = said.kind === "options" && said.text.match(/^(.+?)\.?\n([^]+)$/);
    const li = add(said.kind, says.navigator, card ? card[2] : said.text);
    const p = li.querySelector("p");
    if (card) {
      const h = document.createElement("h2");
      h.textContent = card[1];
      p.before(h);
    }
    if (said.kind === "notice") {
      const tag = document.createElement("span");
      tag.className = "tag";
      tag.textContent = says.news;
      p.before(tag);
    }
    if (said.lasts) li.dataset.lasts = "";
    if (said.buttons.length) li.append(taps(said.buttons));
    first ??= li;
    toTurn();
  }

  function taps(buttons) {
    const div = document.createElement("div");
    div.className = "taps";
    for (const offered of buttons) {
      const button = document.createElement("button"), n = document.createElement("span");
      button.className = "quiet";
      button.name = "button";
      button.value = offered.id;
      n.className = "n";
      n.textContent = ++number;
      button.append(n, " ", offered.title);
      div.append(button);
    }
    return div;
  }

  function done(end) {
    for (const id of end.answers) {
      pending.delete(id);
      talk.querySelector(`[data-key="${CSS.escape(id)}"]`)?.classList.remove("waiting");
    }
    if (end.n > last) last = end.n;
    typing.hidden = pending.size === 0;
  }

  const wait = (ms) => new Promise((go) => setTimeout(go, ms));

  // The same id until it is taken, so that nothing is lost and nothing is sent twice.
  async function send(message) {
    for (let tries = 0; tries < 8; tries++) {
      try {
        const answer = await fetch("/web/messages", {
          method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(message),
        });
        if (answer.ok) {
          trouble.hidden = lost.hidden = true;
          return;
        }
        if (answer.status < 500 && answer.status !== 429) {
          const why = await answer.json().catch(() => ({}));
          if (why.message) add("text", says.navigator, why.message);
          break;
        }
      } catch { /* no connection: try again */ }
      typing.hidden = true;
      trouble.hidden = false;
      toEnd();
      await wait(Math.min(1000 * 2 ** tries, 15000));
    }
    pending.delete(message.id);
    typing.hidden = trouble.hidden = true;
    stuck = message;
    lost.hidden = false;
    toEnd();
  }

  function say(message, words) {
    const li = add("mine waiting", says.you, words);
    li.dataset.key = message.id;
    pending.add(message.id);
    typing.hidden = false;
    toEnd();
    send(message);
  }

  $("retry").addEventListener("click", () => {
    lost.hidden = true;
    pending.add(stuck.id);
    send(stuck);
  });

  let tappedAt = -Infinity;
  form.addEventListener("submit", (event) => {
    const tapped = event.submitter;
    if (tapped?.name === "leave") return; // the page itself is left
    event.preventDefault();
    // A second press of a double tap lands on whatever has moved under the finger, so it counts for nothing.
    if (tapped?.name === "button") {
      if (event.timeStamp - tappedAt < 500) return;
      tappedAt = event.timeStamp;
    }
    const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(16).padStart(2, "0")).join("");
    if (tapped?.name === "button") {
      const title = tapped.lastChild.textContent.trim();
      tapped.closest("li[data-lasts]:not(.options)")?.removeAttribute("data-lasts");
      say({ id, button: tapped.value }, title);
      box.focus();
    } else {
      const text = (tapped?.name === "quick" ? tapped.value : box.value).trim();
      if (!text) return;
      say({ id, text }, text);
      if (tapped?.name !== "quick") box.value = "";
      document.querySelector(".always").open = false;
      box.focus();
    }
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit($("send"));
    }
  });

  const again = $("again");
  if (again) {
    const id = form.elements.id.value;
    again.parentElement.remove();
    const message = again.name === "button" ? { id, button: again.value } : { id, text: again.value };
    pending.add(id);
    send(message);
  }

  const events = new EventSource(`/web/events?after=${last}`);
  events.addEventListener("message", (event) => hear(JSON.parse(event.data)));
  events.addEventListener("turn_done", (event) => done(JSON.parse(event.data)));
  if (last) toEnd();
})();

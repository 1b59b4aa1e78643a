// Keeps the parts of the local page fresh. Without it they show what stood when they were opened.
(() => {
  "use strict";
  const parts = ["live", "now", "soonest"];
  async function look() {
    if (!document.hidden) {
      try {
        const answer = await fetch(location.href);
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const id of parts) {
          const old = document.getElementById(id), now = fresh.getElementById(id);
          if (old && now && old.innerHTML !== now.innerHTML && !old.contains(document.activeElement)) old.innerHTML = now.innerHTML;
        }
      } catch { /* the app is away: look again later */ }
    }
    setTimeout(look, 1000);
  }
  setTimeout(look, 500);
})();

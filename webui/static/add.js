// Sends files one after the other and says how far it is. Without this script the form sends them
// all at once.
"use strict";
(() => {
  const form = document.getElementById("add-form");
  const bar = document.getElementById("add-progress");
  if (!form || !bar) return;
  const files = document.getElementById("add-files");
  const words = document.getElementById("add-words");
  const button = form.querySelector("button");

  const send = async (file) => {
    const parts = new FormData();
    parts.append("token", form.elements.token.value);
    parts.append("files", file, file.name);
    const answer = await fetch(form.action, { method: "POST", body: parts });
    return answer.ok ? "" : answer.text();
  };
  form.addEventListener("submit", async (event) => {
    const chosen = [...files.files];
    if (!chosen.length || chosen.length > Number(form.dataset.most)) return;
    event.preventDefault();
    button.disabled = true;
    bar.hidden = false;
    bar.max = chosen.length;
    for (const [place, file] of chosen.entries()) {
      bar.value = place;
      words.textContent = form.dataset.sayNow.replace("{n}", place + 1).replace("{all}", chosen.length).replace("{name}", file.name);
      const refused = await send(file);
      if (refused) {
        const told = new DOMParser().parseFromString(refused, "text/html").querySelector("[role=alert], main");
        words.textContent = told ? told.textContent.trim() : refused;
        button.disabled = false;
        return;
      }
    }
    location.assign(form.dataset.done);
  });
})();

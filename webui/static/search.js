// Shows what typed words may mean below a search box; Enter without a choice searches as usual.
"use strict";
(() => {
  for (const input of document.querySelectorAll("input[type=search][data-suggestions]")) {
    const list = document.createElement("ul");
    list.className = "suggestions";
    list.id = `suggestions-${input.id}`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.sayList);
    list.hidden = true;
    input.after(list);
    for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"], ["autocomplete", "off"]]) input.setAttribute(name, value);
    let chosen = -1;
    let asked = 0;
    const close = () => {
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (place) => {
      const options = [...list.children];
      chosen = options.length ? (place + options.length) % options.length : -1;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
      if (chosen >= 0) input.setAttribute("aria-activedescendant", options[chosen].id);
    };
    const show = (entries) => {
      list.replaceChildren(...entries.map((entry, at) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${at}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.address = entry.address;
        const label = document.createElement("strong");
        label.textContent = entry.label;
        option.append(label);
        if (entry.about && entry.about !== entry.label) option.append(` ${entry.about}`);
        return option;
      }));
      chosen = -1;
      list.hidden = !entries.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
    };
    let waiting = 0;
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      const words = input.value.trim();
      if (words.length < 2) { close(); return; }
      waiting = setTimeout(() => {
        const own = ++asked;
        fetch(`${input.dataset.suggestions}?q=${encodeURIComponent(words)}`, { headers: { Accept: "application/json" } })
          .then((answer) => (answer.ok ? answer.json() : []))
          .then((entries) => { if (own === asked && document.activeElement === input) show(entries); })
          .catch(close);
      }, 150);
    });
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        choose(event.key === "ArrowDown" ? chosen + 1 : Math.max(chosen, 0) - 1);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        location.assign(list.children[chosen].dataset.address);
      } else if (event.key === "Escape") {
        close();
      }
    });
    list.addEventListener("pointerdown", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) { event.preventDefault(); location.assign(option.dataset.address); }
    });
    input.addEventListener("blur", () => { asked += 1; close(); });
  }
})();

// Pointing at a fact lights up its words, and the other way round. Links do the rest.
"use strict";
(() => {
  const light = (fact, on) => {
    if (!fact) return;
    for (const words of document.querySelectorAll(`[data-fact="${CSS.escape(fact)}"]`)) {
      words.classList.toggle("lit", on);
    }
    const card = document.getElementById(fact);
    if (card) card.classList.toggle("lit", on);
  };
  const factOf = (target) => {
    const near = target.closest("[data-fact], .fact");
    return near && (near.dataset.fact || near.id);
  };
  let lit = null;
  document.addEventListener("pointerover", (event) => {
    const fact = event.target instanceof Element ? factOf(event.target) : null;
    if (fact === lit) return;
    light(lit, false);
    light(fact, true);
    lit = fact;
  });
  const opened = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const group = target && target.closest("details");
    if (group && !group.open) group.open = true;
  };
  addEventListener("hashchange", opened);
  opened();
})();

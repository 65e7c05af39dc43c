// The query editor: YASGUI where the set-up fetched it, asking this site alone, with the terms of
// the vocabulary to choose from.
"use strict";
(() => {
  const place = document.getElementById("yasgui");
  if (!place || typeof Yasgui === "undefined") return;
  const plain = document.getElementById("sparql-form");
  const text = document.getElementById("sparql-query");
  Yasgui.Yasqe.defaults.autocompleters = ["variables", "luocdo"];
  Yasgui.Yasqe.registerAutocompleter({
    name: "luocdo",
    bulk: true,
    autoShow: false,
    persistenceId: () => null,
    isValidCompletionPosition: (yasqe) => {
      const token = yasqe.getCompleteToken();
      return !/^["'?$]/.test(token.string || "");
    },
    preProcessToken: (yasqe, token) => ({ ...token, autocompletionString: token.string }),
    postProcessToken: (yasqe, token, suggested) => suggested,
    get: () =>
      fetch(place.dataset.terms)
        .then((answer) => answer.json())
        .then((found) => found.terms.map((term) => "ldo:" + term.name)),
  });
  place.hidden = false; // before it is made: an editor that nobody sees draws no lines
  const yasgui = new Yasgui(place, {
    persistenceId: null,
    copyEndpointOnNewTab: true,
    requestConfig: { endpoint: place.dataset.endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [] },
  });
  const tab = yasgui.getTab();
  if (tab && text && text.value) tab.setQuery(text.value);
  plain.hidden = true;
})();

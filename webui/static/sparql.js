// The query editor: YASQE of YASGUI where the set-up fetched it, with the terms of the vocabulary to
// choose from. It stands in the place of the plain field and fills it; the page itself answers.
"use strict";
(() => {
  const place = document.getElementById("editor");
  const form = document.getElementById("sparql-form");
  const text = document.getElementById("sparql-query");
  if (!place || typeof Yasgui === "undefined") return;
  const { Yasqe } = Yasgui;
  Yasqe.defaults.autocompleters = ["variables", "luocdo"];
  Yasqe.registerAutocompleter({
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
  text.hidden = true;
  place.hidden = false; // before it is made: an editor that nobody sees draws no lines
  const editor = new Yasqe(place, {
    value: text.value,
    persistenceId: null,
    showQueryButton: false,
    resizeable: false,
    createShareableLink: null,
    consumeShareLink: null,
    editorHeight: "19rem",
  });
  editor.setValue(text.value);
  editor.getInputField().setAttribute("aria-label", place.dataset.label);
  editor.getInputField().id = "sparql-editor";
  form.querySelector("label[for=sparql-query]").htmlFor = "sparql-editor";
  editor.on("change", () => { text.value = editor.getValue(); });
  const send = () => { text.value = editor.getValue(); form.requestSubmit(); };
  editor.addKeyMap({ "Ctrl-Enter": send, "Cmd-Enter": send });
})();

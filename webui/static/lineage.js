// Draws the citation graph of the page with vis-network. Positions come from the server; the table
// below the graph holds the same content.
"use strict";
(() => {
  const frame = document.getElementById("graph");
  const source = document.getElementById("graph-data");
  if (!frame || !source || typeof vis === "undefined") return;
  const data = JSON.parse(source.textContent);
  const words = document.getElementById("graph-words");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const drawnNode = (node) => {
    const border = node.presence === "open" ? style("--doubt") : style(`--rank-${node.rank}`);
    const full = node.presence === "fullText";
    return {
      id: node.id,
      label: node.lines.join("\n"),
      x: node.x * data.spacing_x,
      y: node.y * data.spacing_y,
      shape: "box",
      margin: 9,
      borderWidth: node.is_centre ? 4 : 1.5,
      borderWidthSelected: 4,
      color: {
        background: full ? border : style("--card"),
        border: node.is_centre ? style("--ink") : border,
        highlight: { background: full ? border : style("--wash"), border: style("--ink") },
        hover: { background: full ? border : style("--wash"), border: style("--ink") },
      },
      font: {
        color: full ? (dark.matches ? "#101114" : "#ffffff") : style("--ink"),
        size: 15,
        face: style("--sans"),
      },
      shapeProperties: {
        borderRadius: 7,
        borderDashes: node.presence === "citedOnly" ? [5, 4] : node.presence === "open" ? [2, 4] : false,
      },
    };
  };
  const drawnEdge = (edge, place) => {
    const dashes = data.dashes[edge.relation];
    const open = edge.status === "ambiguous" || edge.status === "unresolved";
    return {
      id: place,
      from: edge.source,
      to: edge.target,
      color: { color: style(`--edge-${edge.relation}`), opacity: open ? 0.55 : 1, inherit: false },
      dashes: dashes && dashes.length ? dashes : false,
      width: 2,
      hoverWidth: 1.5,
    };
  };

  const nodes = new vis.DataSet(data.nodes.map(drawnNode));
  const edges = new vis.DataSet(data.edges.map(drawnEdge));
  const byId = new Map(data.nodes.map((node) => [node.id, node]));
  const network = new vis.Network(frame, { nodes, edges }, {
    physics: false,
    interaction: { hover: true, dragNodes: true, zoomView: true, keyboard: false, tooltipDelay: 100 },
    edges: {
      arrows: { to: { enabled: true, scaleFactor: 0.7 } },
      smooth: { enabled: true, type: "curvedCW", roundness: 0.12 },
      selectionWidth: 2,
    },
  });

  const tell = (text, quote) => {
    words.replaceChildren(document.createTextNode(text));
    if (quote) {
      const quoted = document.createElement("q");
      quoted.textContent = quote;
      words.append(" ", quoted);
    }
  };
  const name = (id) => byId.get(id).label;
  network.on("hoverEdge", (event) => {
    const edge = data.edges[event.edge];
    tell(`${name(edge.source)} → ${edge.label} → ${name(edge.target)}:`, edge.quote);
  });
  network.on("hoverNode", (event) => {
    const node = byId.get(event.node);
    tell(node.title ? `${node.label}: ${node.title}` : node.label, "");
    frame.style.cursor = node.address ? "pointer" : "default";
  });
  network.on("blurNode", () => { frame.style.cursor = "default"; });
  network.on("click", (event) => {
    const node = byId.get(event.nodes[0]);
    if (node && node.address) { location.assign(node.address); return; }
    const edge = event.nodes.length ? null : data.edges[event.edges[0]];
    if (edge) tell(`${name(edge.source)} → ${edge.label} → ${name(edge.target)}:`, edge.quote);
  });

  const fit = document.getElementById("graph-fit");
  fit.hidden = false;
  fit.addEventListener("click", () => network.fit({ animation: false }));
  network.once("afterDrawing", () => {
    network.fit({ animation: false });
    frame.dataset.drawn = String(data.nodes.length);
  });
  dark.addEventListener("change", () => {
    nodes.update(data.nodes.map(drawnNode));
    edges.update(data.edges.map(drawnEdge));
  });
})();

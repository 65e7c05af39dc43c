// Draws the lineage of the page with vis-network. Places come from the server; the tables below the
// drawing hold the same content. What is chosen here is kept in the address of the page.
"use strict";
(() => {
  const frame = document.getElementById("graph");
  if (!frame || !frame.dataset.source || typeof vis === "undefined") return;
  const words = document.getElementById("graph-words");
  const form = document.getElementById("graph-form");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const dashed = { citedOnly: [5, 4], open: [2, 4], bundle: [8, 4] };

  const drawnNode = (data) => (node) => {
    const border = node.presence === "open" ? style("--doubt") : style(`--rank-${node.rank}`);
    const full = node.presence === "fullText";
    const face = full ? border : style("--card");
    return {
      id: node.id,
      label: node.lines.join("\n"),
      title: node.title || undefined,
      x: node.x * data.spacing_x,
      y: node.y * data.spacing_y,
      shape: "box",
      margin: 9,
      borderWidth: node.is_centre ? 4 : 1.5,
      borderWidthSelected: 4,
      color: {
        background: face,
        border: node.is_centre ? style("--ink") : border,
        highlight: { background: full ? border : style("--wash"), border: style("--mark-line") },
        hover: { background: full ? border : style("--wash"), border: style("--ink") },
      },
      font: {
        color: full ? (dark.matches ? "#101114" : "#ffffff") : style("--ink"),
        size: 15,
        face: style("--sans"),
      },
      shapeProperties: { borderRadius: 7, borderDashes: dashed[node.presence] || false },
    };
  };
  const drawnMark = (data) => (node) => ({
    id: `more:${node.id}`,
    label: `+${node.more}`,
    title: `${frame.dataset.sayOpen} (+${node.more})`,
    x: node.x * data.spacing_x + 74,
    y: node.y * data.spacing_y - 24,
    shape: "box",
    margin: 3,
    borderWidth: 1,
    color: { background: style("--wash"), border: style("--quiet"), hover: { background: style("--mark"), border: style("--ink") } },
    font: { color: style("--ink"), size: 11, face: style("--sans") },
  });
  const drawnEdge = (data) => (edge, place) => {
    const dashes = data.dashes[edge.relation];
    const open = edge.status === "ambiguous" || edge.status === "unresolved";
    return {
      id: place,
      from: edge.source,
      to: edge.target,
      title: edge.quote ? `${edge.label}: “${edge.quote}”` : edge.label,
      color: { color: style(`--edge-${edge.relation}`), opacity: open ? 0.55 : 1, inherit: false },
      dashes: dashes && dashes.length ? dashes : false,
      width: 2,
      hoverWidth: 1.5,
    };
  };

  // Ranks stand at the left edge and years at the top edge of what is seen, in one size of letters.
  const guides = (data, network) => (context) => {
    const seen = { near: network.DOMtoCanvas({ x: 10, y: 18 }), far: network.DOMtoCanvas({ x: frame.clientWidth, y: frame.clientHeight }) };
    const size = 13 / network.getScale();
    const line = (x1, y1, x2, y2) => {
      context.beginPath();
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      context.stroke();
    };
    context.save();
    context.fillStyle = style("--quiet");
    context.strokeStyle = style("--line");
    context.lineWidth = 1 / network.getScale();
    context.font = `600 ${size}px ${style("--sans")}`;
    context.textBaseline = "alphabetic";
    for (const [place, rank] of data.ranks.entries()) {
      const y = (rank.at - 0.5) * data.spacing_y;
      if (place) line(seen.near.x, y, seen.far.x, y);
      context.fillText(rank.label, seen.near.x, y + size * 1.5);
    }
    context.textAlign = "center";
    for (const year of data.years) {
      const x = year.at * data.spacing_x;
      line(x, seen.near.y + size * 0.4, x, seen.far.y);
      context.fillText(year.label, x, seen.near.y);
    }
    context.restore();
  };

  const tell = (text, quote) => {
    words.replaceChildren(document.createTextNode(text));
    if (quote) {
      const quoted = document.createElement("q");
      quoted.textContent = quote;
      words.append(" ", quoted);
    }
  };
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

  const chosen = () => new Set([...form.elements.rel || []].concat(form.elements.rel instanceof Element ? [form.elements.rel] : []).filter((box) => box.checked).map((box) => box.value));
  const keep = () => {
    const boxes = [...form.querySelectorAll("input[name=rel]")];
    const address = new URL(location.href);
    address.searchParams.delete("rel");
    if (boxes.some((box) => !box.checked)) {
      for (const box of boxes) if (box.checked) address.searchParams.append("rel", box.value);
    }
    history.replaceState(null, "", address);
  };

  const draw = (data) => {
    const marks = data.nodes.filter((node) => data.opening[node.id]);
    const nodes = new vis.DataSet([...data.nodes.map(drawnNode(data)), ...marks.map(drawnMark(data))]);
    const edges = new vis.DataSet(data.edges.map(drawnEdge(data)));
    const byId = new Map(data.nodes.map((node) => [node.id, node]));
    const network = new vis.Network(frame, { nodes, edges }, {
      physics: false,
      interaction: { hover: true, dragNodes: true, zoomView: true, keyboard: false, tooltipDelay: 80, hideEdgesOnDrag: data.edges.length > 600 },
      edges: {
        arrows: { to: { enabled: true, scaleFactor: 0.7 } },
        smooth: data.edges.length > 600 ? false : { enabled: true, type: "curvedCW", roundness: 0.12 },
        selectionWidth: 2,
      },
    });
    network.on("beforeDrawing", guides(data, network));
    const name = (id) => byId.get(id).label;
    const tellEdge = (edge) => tell(`${name(edge.source)} → ${edge.label} → ${name(edge.target)}:`, edge.quote);
    network.on("hoverEdge", (event) => tellEdge(data.edges[event.edge]));
    network.on("hoverNode", (event) => {
      const node = byId.get(event.node);
      if (node) tell(node.title ? `${node.label}: ${node.title}` : node.label, "");
      frame.style.cursor = !node || node.address ? "pointer" : "default";
    });
    network.on("blurNode", () => { frame.style.cursor = "default"; });
    network.on("click", (event) => {
      const id = event.nodes[0];
      if (id && data.opening[id.replace(/^more:/, "")] && id.startsWith("more:")) {
        location.assign(data.opening[id.slice(5)]);
        return;
      }
      const node = byId.get(id);
      if (node && node.address) { location.assign(node.address); return; }
      const edge = event.nodes.length ? null : data.edges[event.edges[0]];
      if (edge) tellEdge(edge);
    });

    const filter = () => {
      const shown = chosen();
      const near = new Set(data.nodes.filter((node) => node.is_centre).map((node) => node.id));
      for (const edge of data.edges) if (shown.has(edge.relation)) near.add(edge.source).add(edge.target);
      edges.update(data.edges.map((edge, id) => ({ id, hidden: !shown.has(edge.relation) })));
      nodes.update(data.nodes.map((node) => ({ id: node.id, hidden: !near.has(node.id) })));
      nodes.update(marks.map((node) => ({ id: `more:${node.id}`, hidden: !near.has(node.id) })));
    };
    form.addEventListener("change", (event) => {
      if (event.target.name !== "rel") return;
      filter();
      keep();
    });

    const fit = () => {
      network.fit({ animation: false, minZoomLevel: 0.02 });
      const scale = Math.min(network.getScale() * 0.95, 1.1); // leaves room for the guides at the edges
      network.moveTo({ scale, offset: { x: Math.min(40, frame.clientWidth / 30), y: 6 } });
    };
    document.getElementById("graph-fit").addEventListener("click", fit);
    let last = -1;
    document.getElementById("graph-find").addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      const wanted = folded(event.target.value.trim());
      const hits = data.nodes.filter((node) => wanted && folded(`${node.label} ${node.title}`).includes(wanted));
      if (!hits.length) { tell(frame.dataset.sayNone, ""); last = -1; return; }
      last = (last + 1) % hits.length;
      network.selectNodes([hits[last].id]);
      network.focus(hits[last].id, { scale: 1, animation: false });
      tell(`${frame.dataset.sayFound} ${hits[last].label} (${last + 1}/${hits.length})`, "");
    });
    dark.addEventListener("change", () => {
      nodes.update([...data.nodes.map(drawnNode(data)), ...marks.map(drawnMark(data))]);
      edges.update(data.edges.map(drawnEdge(data)));
    });
    network.once("afterDrawing", () => {
      fit();
      frame.dataset.drawn = String(data.nodes.length);
    });
  };

  const png = document.getElementById("graph-png");
  png.addEventListener("click", () => {
    const picture = new Image();
    picture.addEventListener("load", () => {
      const scale = Math.min(2, 16000 / Math.max(picture.naturalWidth, picture.naturalHeight));
      const canvas = document.createElement("canvas");
      canvas.width = Math.ceil(picture.naturalWidth * scale);
      canvas.height = Math.ceil(picture.naturalHeight * scale);
      const context = canvas.getContext("2d");
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((file) => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(file);
        link.download = png.dataset.name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      }, "image/png");
    });
    picture.src = png.dataset.picture;
  });

  fetch(frame.dataset.source, { headers: { Accept: "application/json" } })
    .then((answer) => answer.json())
    .then((data) => {
      document.getElementById("graph-tools").hidden = false;
      draw(data);
    });
})();

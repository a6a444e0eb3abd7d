"""What is asked of a page, in its own language; each answer is a list of what is wrong."""

from __future__ import annotations

from typing import Final

HEADINGS: Final = """
(() => {
  const levels = [...document.querySelector("article").querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .map(each => [Number(each.tagName[1]), each.textContent.trim().slice(0, 60)]);
  const wrong = [];
  const first = levels.filter(([level]) => level === 1).length;
  if (first !== 1) wrong.push(`${first} first headings`);
  let before = 0;
  for (const [level, text] of levels) {
    if (level > before + 1) wrong.push(`the heading "${text}" leaves out a level`);
    before = level;
  }
  return wrong;
})()
"""

CONTRAST: Final = """
(() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = text => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], under) => [r, g, b].map((each, at) => each * a + under[at] * (1 - a));
  const ground = node => {
    const layers = [];
    for (let each = node; each; each = each.parentElement) layers.push(rgba(getComputedStyle(each).backgroundColor));
    return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255]);
  };
  const light = colour => {
    const part = each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = colour.map(each => part(each / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const wrong = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    const seen = node.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) && node.getClientRects().length;
    if (!text || !seen) continue;
    if (node.closest(".headerlink, script, style, template, noscript")) continue;
    const style = getComputedStyle(node);
    const below = ground(node);
    const [one, two] = [light(over(rgba(style.color), below)), light(below)];
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const key = `${node.tagName.toLowerCase()}.${node.className}`;
    if (ratio >= least || wrong.has(key)) continue;
    wrong.set(key, `contrast ${ratio.toFixed(2)} of ${key}: "${text.slice(0, 40)}"`);
  }
  return [...wrong.values()];
})()
"""
"""Web Content Accessibility Guidelines 2.2, section 1.4.3."""

SEARCH: Final = """
(async () => {
  const until = async find => {
    for (let n = 0; n < 600; n++) {
      const found = find();
      if (found) return found;
      await new Promise(requestAnimationFrame);
    }
    return null;
  };
  const all = () => [...document.querySelectorAll("*")];
  const inside = text => all().map(each => each.shadowRoot?.querySelector(text)).find(Boolean);
  const button = await until(() => document.querySelector("button.md-search__button"));
  button?.click();
  const input = await until(() => inside("dialog[open] input[role=combobox]"));
  if (!input) return ["the search cannot be opened"];
  input.value = "WANTED";
  input.dispatchEvent(new InputEvent("input", {bubbles: true}));
  const found = await until(() => inside("ol[role=listbox] a[href]"));
  return found ? [] : ["the search finds nothing for WANTED"];
})()
"""
"""Its dialog stands in a shadow of the page."""

SCHEME: Final = """
new Promise(found => {
  const wanted = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const until = performance.now() + 5000;
  const look = () => {
    const shown = document.body.getAttribute("data-md-color-scheme") === "slate" ? "dark" : "light";
    if (shown === wanted || performance.now() > until) requestAnimationFrame(() => found(shown));
    else requestAnimationFrame(look);
  };
  look();
})
"""
"""In which colours the page is painted, at the latest after five seconds: a long page takes its time."""

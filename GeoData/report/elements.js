'use strict';
/* Elements made by hand: text is always text, never markup. */
(function (upland) {
  const svgSpace = 'http://www.w3.org/2000/svg';

  function fill(node, attributes, content) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? '' : value);
    }
    for (const part of [].concat(content === undefined ? [] : content)) {
      if (part !== null && part !== undefined) node.append(part);
    }
    return node;
  }

  /** An element with attributes (`onclick` and the like are listeners) and content. */
  const el = (name, attributes, content) => fill(document.createElement(name), attributes, content);
  /** The same of SVG. */
  const svg = (name, attributes, content) =>
    fill(document.createElementNS(svgSpace, name), attributes, content);

  Object.assign(upland, { el, svg });
})(window.upland);

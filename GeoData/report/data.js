'use strict';
/* What the report holds: read once, and outlines unfolded from their steps. */
(function (upland) {
  const data = JSON.parse(document.getElementById('report-data').textContent);

  /** The words called `key`, with `parts` in the place of their `{}`. */
  function word(key, ...parts) {
    // English has words of its own for one; a number stands first.
    const told = parts[0] === '1' && Object.hasOwn(data.words, key + '_one') ? key + '_one' : key;
    const text = Object.hasOwn(data.words, told) ? data.words[told] : key;
    return parts.reduce((line, part) => line.replace('{}', () => part), text);
  }

  /** Steps `x, y, dx, dy, …` as latitudes and longitudes. */
  function places(steps) {
    const scale = data.map.scale;
    const list = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i + 1 < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      list.push([y / scale, x / scale]);
    }
    return list;
  }

  /** The areas, each a list of rings, of a shape. */
  const areas = (shape) => shape.map((rings) => rings.map(places));
  /** The lines of a shape. */
  const lines = (shape) => shape.map(places);
  /** The first place of a shape of points; null where it has none. */
  function point(shape) {
    const list = shape && shape.length ? places(shape[0]) : [];
    return list.length ? list[0] : null;
  }

  Object.assign(upland, { data, word, areas, lines, point });
})(window.upland = window.upland || {});

'use strict';
/* Units: one level shaded by one figure, the borders and names of the others over it. */
(function (upland) {
  const L = window.L;
  const { data, el, word, areas, format, symbols } = upland;
  const hatch = 'url(#unknown-hatch)';

  /** The class of a value: the last whose lower bound it reaches. */
  function classOf(figure, value) {
    const bounds = figure.bounds;
    if (value < bounds[0] || value > bounds[bounds.length - 1]) return -1;
    for (let i = figure.colours.length - 1; i >= 0; i -= 1) if (value >= bounds[i]) return i;
    return 0;
  }

  /** The value of a unit; null where it is not known. */
  function valueOf(figure, unit) {
    const value = data.tables[figure.table].rows[unit][figure.column];
    return typeof value === 'number' ? value : null;
  }

  /** The value in words, an interval where its ends differ, the reason where it is not known. */
  function textOf(figure, unit) {
    const table = data.tables[figure.table];
    const low = format.cell(table, unit, figure.column);
    if (figure.high === null || low.kind !== 'number') return low.text;
    const high = format.cell(table, unit, figure.high);
    return high.kind === 'number' && high.text !== low.text ? low.text + '–' + high.text : low.text;
  }

  function popup(level, unit) {
    const rows = level.figures.flatMap((figure) => [
      el('dt', {}, figure.title), el('dd', {}, textOf(figure, unit)),
    ]);
    return el('div', {}, [
      el('h4', {}, level.title + ' ' + level.names[unit]), el('dl', {}, rows),
    ]);
  }

  /** Makes the layers of a level. `state.figure` is the figure that shades it; null for none. */
  function make(map, level, isFirst, state) {
    const shapes = level.shapes.map((shape, unit) => {
      const polygon = L.polygon(areas(shape), { pane: 'units', weight: 1, color: '#8d8678', fillOpacity: 1 });
      polygon.bindTooltip(() => el('div', {}, [
        el('strong', {}, level.title + ' ' + level.names[unit]),
        ...(state.figure ? [state.figure.title + ': ' + textOf(state.figure, unit)] : []),
      ]), { sticky: true });
      polygon.bindPopup(() => popup(level, unit), { maxWidth: 340 });
      return polygon;
    });
    const fills = L.layerGroup(shapes);
    // Over the fills of another level; made when they are needed.
    let borderLines = null;
    const borders = () => {
      borderLines ||= L.layerGroup(level.shapes.map((shape) => L.polygon(areas(shape), {
        pane: 'borders', interactive: false, fill: false, weight: isFirst ? 2.2 : 0.8,
        color: isFirst ? '#5c5444' : '#8d8678',
      })));
      return borderLines;
    };
    const labels = L.layerGroup(shapes.map((polygon, unit) => L.marker(polygon.getBounds().getCenter(), {
      pane: 'labels', interactive: false, keyboard: false,
      icon: L.divIcon({
        className: 'unit-label' + (isFirst ? ' first' : ''), iconSize: [0, 0],
        html: el('span', {}, level.names[unit]),
      }),
    })));

    function shade() {
      shapes.forEach((polygon, unit) => {
        const value = state.figure ? valueOf(state.figure, unit) : null;
        let colour = '#fbf9f3';
        if (state.figure) {
          const place = value === null ? -1 : classOf(state.figure, value);
          colour = place < 0 ? hatch : state.figure.colours[place];
        }
        polygon.setStyle({ fillColor: colour });
      });
    }

    return { level, shapes, fills, borders, labels, shade };
  }

  /** The legend of a figure: its classes with how many units are in each, and what is not known. */
  function legend(level, figure) {
    const counts = figure.colours.map(() => 0);
    let unknown = 0;
    level.names.forEach((_, unit) => {
      const value = valueOf(figure, unit);
      const place = value === null ? -1 : classOf(figure, value);
      if (place < 0) unknown += 1;
      else counts[place] += 1;
    });
    const decimals = figure.bounds.some((bound) => bound !== Math.round(bound)) ? 1 : 0;
    const items = figure.colours.map((colour, i) => {
      const ends = [figure.bounds[i], figure.bounds[i + 1]].map((bound) => format.number(bound, decimals));
      const mark = figure.target !== null && Math.abs(figure.bounds[i] - figure.target) < 1e-9
        ? ' · ' + word('target_reached') : '';
      return el('li', {}, [
        symbols.areaPicture(colour), ends.join(' – ') + mark, el('span', { class: 'n' }, String(counts[i])),
      ]);
    }).reverse();
    items.push(el('li', {}, [
      symbols.areaPicture(hatch), word('unknown'), el('span', { class: 'n' }, String(unknown)),
    ]));
    return el('div', { class: 'legend' }, [
      el('h4', {}, figure.title + ' (' + word('count_units', level.title.toLocaleLowerCase(data.language)) + ')'),
      el('ul', {}, items),
    ]);
  }

  upland.units = { make, legend };
})(window.upland);

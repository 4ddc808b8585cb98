'use strict';
/* Lines and areas that are no units: what to harden first, sites, moves, roads behind all. */
(function (upland) {
  const L = window.L;
  const { data, el, areas, lines, point, format, symbols, word } = upland;

  /** How each layer is drawn; `shown` where it is on from the beginning. */
  const looks = {
    'forest-restoration': { area: true, color: '#5a7d1a', fillColor: '#a6c36f', weight: 1 },
    'resettlement-sites': { area: true, color: '#7a5c00', fillColor: '#f0c94a', weight: 1 },
    'hazard-roads': { color: '#c2185b', weight: 4, opacity: 0.75 },
    'critical-sections': { color: '#444444', weight: 5, opacity: 0.8, dashArray: '2 5' },
    pave: { color: '#a50f2c', weight: 4.5, shown: true, isOrdered: true },
    'pave-surveys': { color: '#7b3d75', weight: 4, dashArray: '7 5' },
    'resettlement-moves': { color: '#1d5746', weight: 2, dashArray: '6 4' },
  };
  /** What comes first in an order is darkest and widest: from dark red to light, as on the printed map. */
  const turns = ['#67000d', '#a50f2c', '#cb2f3b', '#ef5a4f', '#fb8a6a'];
  function inTurn(look, row, count) {
    const share = count > 1 ? row / (count - 1) : 0;
    return {
      ...look, color: turns[Math.min(turns.length - 1, Math.floor(share * turns.length))], weight: 6.5 - 3 * share,
    };
  }
  const plain = { color: '#333333', weight: 2 };

  const roadLooks = {
    main_yes: { color: '#3c4147', weight: 2.2 }, main_no: { color: '#9a5a1c', weight: 2.2, dashArray: '6 4' },
    main_unknown: { color: '#7b3d75', weight: 2.2, dashArray: '2 4' },
    minor_yes: { color: '#62676d', weight: 1 }, minor_no: { color: '#b07a45', weight: 1, dashArray: '5 3' },
    minor_unknown: { color: '#95658f', weight: 1, dashArray: '2 3' },
  };

  function popup(table, row) {
    const rows = table.columns.flatMap((column, place) => {
      const entry = format.cell(table, row, place);
      if (entry.text === '' || (entry.kind === 'unknown' && entry.text === '–')) return [];
      return [el('dt', {}, column.title), el('dd', {}, format.content(entry))];
    });
    return el('div', {}, [el('h4', {}, table.title), el('dl', {}, rows)]);
  }

  /** Makes a layer of `source`, one of the map's shapes. */
  function make(source) {
    const look = looks[source.name] || plain;
    const table = data.tables[source.table];
    const group = L.layerGroup();
    let members = null;
    // Made when they are first shown: most readers look at a few layers.
    function ready() {
      if (members) return members;
      members = source.shapes.map((shape, row) => {
        if (!shape) return null;
        const own = look.isOrdered ? inTurn(look, row, source.shapes.length) : look;
        const options = { ...own, pane: look.area ? 'areas' : 'lines', fillOpacity: 0.75 };
        const member = look.area ? L.polygon(areas(shape), options) : L.polyline(lines(shape), options);
        member.bindTooltip(() => el('div', {}, [
          el('strong', {}, source.title), format.rowName(table, row),
        ]), { sticky: true });
        member.bindPopup(() => popup(table, row), { maxWidth: 340 });
        group.addLayer(member);
        return member;
      });
      return members;
    }
    function legend() {
      const sample = look.area
        ? symbols.areaPicture(look.fillColor, look.color) : symbols.linePicture(look);
      return el('div', { class: 'legend' }, [
        el('ul', {}, el('li', {}, [
          sample, source.title, el('span', { class: 'n' }, format.number(source.shapes.length, 0)),
        ])),
        ...(look.isOrdered ? [el('p', { class: 'note' }, word('first_darkest'))] : []),
        ...(source.choice ? [el('p', { class: 'note' }, source.choice)] : []),
      ]);
    }
    return { source, group, ready, table, legend, isShown: Boolean(look.shown) };
  }

  /** The roads behind everything, by surface. */
  function roads() {
    const source = data.map.roads;
    if (!source || !source.parts.length) return null;
    const group = L.layerGroup(source.parts.map((part) => L.polyline(lines(part.shape), {
      ...roadLooks[part.name], pane: 'roads', interactive: false, smoothFactor: 0.5,
    })));
    function legend() {
      const items = source.parts.map((part) => el('li', {}, [
        symbols.linePicture(roadLooks[part.name]), word('road_' + part.name),
      ]));
      return el('div', { class: 'legend' }, [el('h4', {}, word('roads')), el('ul', {}, items)]);
    }
    return { group, legend, note: source.note };
  }

  /** The places that roads lead to. */
  function centres() {
    const look = { shape: 'star', fillColor: '#f0e442', color: '#22272d', weight: 1.2, radius: 7 };
    const markers = data.map.centres.map(point).filter(Boolean)
      .map((place) => new symbols.Symbol(place, { ...look, pane: 'centres', interactive: false, fillOpacity: 1 }));
    if (!markers.length) return null;
    const legend = () => el('div', { class: 'legend' }, el('ul', {}, el('li', {}, [
      symbols.picture(look), word('centres'), el('span', { class: 'n' }, format.number(markers.length, 0)),
    ])));
    return { group: L.layerGroup(markers), legend };
  }

  upland.shapes = { make, roads, centres };
})(window.upland);

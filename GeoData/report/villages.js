'use strict';
/* Villages: a symbol each, by the answer to one question. */
(function (upland) {
  const L = window.L;
  const { data, el, word, point, format, symbols } = upland;

  /** What a click on a village tells, in this order, where the layer has it. */
  const told = [
    'unit_name', 'car', 'all_season', 'hardened', 'reason', 'path_m', 'gap_m', 'unknown_m', 'snap_m',
    'centre', 'households', 'population', 'exposed', 'hazards', 'way_out', 'form', 'site', 'move_m',
  ];

  function popup(table, row) {
    const rows = told.flatMap((property) => {
      const column = format.column(table, property);
      if (column < 0) return [];
      const entry = format.cell(table, row, column);
      if (entry.kind === 'unknown' && ['reason', 'site', 'form', 'move_m', 'survey_m'].includes(property)) return [];
      if (entry.text === '') return [];
      return [el('dt', {}, table.columns[column].title), el('dd', {}, format.content(entry))];
    });
    const code = format.column(table, 'code');
    const heading = format.rowName(table, row)
      + (code >= 0 && table.rows[row][code] ? ' (' + table.rows[row][code] + ')' : '');
    return el('div', {}, [el('h4', {}, heading), el('dl', {}, rows)]);
  }

  /** Makes the layer; `state.theme` is the question whose answers are shown. */
  function make(state) {
    const { villages } = data.map;
    const table = data.tables[villages.table];
    const answer = (row) => {
      const value = state.theme ? table.rows[row][state.theme.column] : null;
      return Array.isArray(value) && value[0] !== '?' ? value[0] : 'unknown';
    };
    const markers = villages.shapes.map((shape, row) => {
      const place = point(shape);
      if (!place) return null;
      const marker = new symbols.Symbol(place, { pane: 'villages', fillOpacity: 1, shape: 'circle' });
      marker.bindTooltip(() => el('div', {}, [
        el('strong', {}, format.rowName(table, row)),
        ...(state.theme ? [state.theme.title + ': ' + word(answer(row))] : []),
      ]));
      marker.bindPopup(() => popup(table, row), { maxWidth: 340 });
      return marker;
    });
    const toneOf = (given) => format.tone(state.theme ? table.columns[state.theme.column].property : '', given);
    // What a reader looks for lies over the rest.
    const order = { good: 0, plain: 1, unknown: 2, bad: 3 };
    function shade() {
      const placed = markers.map((marker, row) => ({ marker, tone: toneOf(answer(row)) }))
        .filter((entry) => entry.marker);
      placed.sort((a, b) => order[a.tone] - order[b.tone]);
      const isDrawn = placed.some((entry) => entry.marker._map);
      if (!isDrawn) group.clearLayers();
      for (const entry of placed) {
        entry.marker.setTone(entry.tone, state.size);
        if (isDrawn) entry.marker.bringToFront();
        else group.addLayer(entry.marker);
      }
    }
    const group = L.layerGroup();

    function legend() {
      const counts = { yes: 0, no: 0, unknown: 0 };
      table.rows.forEach((_, row) => { counts[answer(row)] += 1; });
      const without = markers.filter((marker) => !marker).length;
      const items = ['yes', 'no', 'unknown'].map((key) => el('li', {}, [
        symbols.picture(symbols.tones[toneOf(key)]), word(key), el('span', { class: 'n' }, format.number(counts[key], 0)),
      ]));
      return el('div', { class: 'legend' }, [
        el('h4', {}, villages.title + (state.theme ? ' – ' + state.theme.title : '')),
        el('ul', {}, items),
        ...(without ? [el('p', { class: 'note' }, word('villages_without_place', String(without)))] : []),
      ]);
    }

    return { group, markers, table, shade, legend };
  }

  upland.villages = { make };
})(window.upland);

'use strict';
/* The map: panes, layers, the panel that switches them. No tiles: it asks nobody for anything. */
(function (upland) {
  const L = window.L;
  const { data, el, word, panel, units, villages, shapes, search, format } = upland;
  const panes = ['units', 'roads', 'borders', 'areas', 'lines', 'centres', 'villages', 'labels'];

  /** Names are drawn from the largest units to the smallest as there is room for them. */
  const mostLabels = 40;
  /** A level of more units is not what the map begins with. */
  const mostUnits = 200;

  function make() {
    const source = data.map;
    const box = document.getElementById('map');
    const frame = document.getElementById('map-section');
    if (!source || !source.levels.length) {
      box.closest('.map-frame').replaceWith(el('p', { class: 'warning' }, word('no_map')));
      return null;
    }
    const [west, south, east, north] = source.bounds;
    const bounds = L.latLngBounds([south, west], [north, east]);
    const map = L.map(box, {
      attributionControl: false, zoomControl: false, zoomSnap: 0.25, wheelPxPerZoomLevel: 120,
      maxBounds: bounds.pad(0.6), minZoom: 2, maxZoom: 18,
    });
    L.control.zoom({ zoomInTitle: word('zoom_in'), zoomOutTitle: word('zoom_out') }).addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    panes.forEach((name, index) => {
      const pane = map.createPane(name);
      pane.style.zIndex = 400 + index * 10;
      if (['roads', 'borders', 'labels', 'centres'].includes(name)) pane.style.pointerEvents = 'none';
    });
    map.fitBounds(bounds, { padding: [12, 12] });
    const home = map.getZoom();

    // Levels and figures.
    const state = { level: -1, figure: null };
    const levels = source.levels.map((level, index) => units.make(map, level, index === 0, state));
    const figures = levels.flatMap((level, index) =>
      level.level.figures.map((figure) => ({ level: index, figure })));
    const legends = el('div', { id: 'legends' });
    // The finest level that can be told apart shows best which places fall short.
    const first = Math.max(0, figures.findIndex((entry) =>
      entry.level === levels.findLastIndex((level) =>
        level.level.figures.length > 0 && level.shapes.length <= mostUnits)));

    function shade(choice) {
      levels.forEach((level) => level.fills.remove());
      state.level = choice ? choice.level : levels.length - 1;
      state.figure = choice ? choice.figure : null;
      levels[state.level].shade();
      levels[state.level].fills.addTo(map);
      // The level that is shaded shows its own borders.
      levels.forEach((level, index) => {
        if (index !== state.level || index === 0) level.borders().addTo(map);
      });
      refreshLegends();
    }

    function refreshLabels() {
      const view = map.getBounds();
      levels.forEach((level, index) => {
        const inView = level.shapes.filter((shape) => view.intersects(shape.getBounds())).length;
        const isShown = inView <= mostLabels && (index === 0 || levels.length === 1 || map.getZoom() >= home + 0.9);
        if (isShown) level.labels.addTo(map);
        else level.labels.remove();
      });
      spreadLabels();
    }

    /** Moves names that would lie on others a little up or down, and hides those that still would. */
    function spreadLabels() {
      const taken = [];
      for (const label of box.querySelectorAll('.unit-label')) {
        const span = label.firstElementChild;
        label.style.visibility = '';
        span.style.top = '0';
        const place = span.getBoundingClientRect();
        const shift = [0, -15, 15, -28, 28].find((dy) => taken.every((other) =>
          place.right < other.left || place.left > other.right
          || place.bottom + dy < other.top || place.top + dy > other.bottom));
        if (shift === undefined) {
          label.style.visibility = 'hidden';
          continue;
        }
        span.style.top = shift + 'px';
        taken.push({ left: place.left, right: place.right, top: place.top + shift, bottom: place.bottom + shift });
      }
    }

    // Everything that can be switched on and off.
    const switches = [];
    const roads = shapes.roads();
    if (roads) switches.push({ name: 'roads', title: word('roads'), group: roads.group, legend: roads.legend, isOn: true });
    const centres = source.centres.length ? shapes.centres() : null;
    const members = source.shapes.map(shapes.make);
    for (const member of members) {
      switches.push({
        name: member.source.name, title: member.source.title, group: member.group, ready: member.ready,
        legend: member.legend, isOn: member.isShown,
      });
    }
    if (centres) {
      switches.push({ name: 'centres', title: word('centres'), group: centres.group, legend: centres.legend, isOn: false });
    }
    const villageState = {
      theme: source.villages && source.villages.themes[0],
      size: Math.min(1, Math.max(0.6, map.getSize().x / 800)),
    };
    const people = source.villages ? villages.make(villageState) : null;
    if (people) {
      switches.push({ name: 'villages', title: source.villages.title, group: people.group, legend: people.legend, isOn: true });
    }

    function set(entry, isOn) {
      entry.isOn = isOn;
      if (isOn) {
        if (entry.ready) entry.ready();
        if (entry.name === 'villages') people.shade();
        entry.group.addTo(map);
      } else {
        entry.group.remove();
      }
      refreshLegends();
    }

    function refreshLegends() {
      const parts = [];
      if (state.figure) parts.push(units.legend(levels[state.level].level, state.figure));
      for (const entry of [...switches].reverse()) if (entry.isOn) parts.push(entry.legend());
      legends.replaceChildren(...parts);
    }

    // What can be found by name, and shown from a table.
    function showUnit(index, unit) {
      const shape = levels[index].shapes[unit];
      if (!map.hasLayer(levels[index].fills)) shade({ level: index, figure: levels[index].level.figures[0] || null });
      map.fitBounds(shape.getBounds(), { maxZoom: home + 3, padding: [30, 30], animate: false });
      shape.openPopup();
      frame.scrollIntoView();
    }
    function showMember(name, member, zoom) {
      if (!member) return;
      const entry = switches.find((one) => one.name === name);
      if (!entry.isOn) {
        const input = document.querySelector('input[name="' + name + '"]');
        if (input) input.checked = true;
        set(entry, true);
      }
      if (member.getBounds) map.fitBounds(member.getBounds(), { maxZoom: zoom, padding: [40, 40], animate: false });
      else map.setView(member.getLatLng(), Math.max(map.getZoom(), zoom), { animate: false });
      member.openPopup();
      frame.scrollIntoView();
    }
    const places = levels.flatMap((level, index) => level.level.names.map((name, unit) => ({
      name: level.level.title + ' ' + name, show: () => showUnit(index, unit),
    })));
    if (people) {
      const unitColumn = format.column(people.table, 'unit_name');
      people.markers.forEach((marker, row) => {
        if (!marker) return;
        const unit = unitColumn >= 0 ? people.table.rows[row][unitColumn] : null;
        places.push({
          name: format.rowName(people.table, row) + (typeof unit === 'string' ? ' – ' + unit : ''),
          show: () => showMember('villages', marker, home + 2),
        });
      });
    }

    /** How a row of a table is shown on the map; null where its layer is not drawn. */
    function locatorOf(table) {
      if (people && source.villages.table === table) return (row) => showMember('villages', people.markers[row], home + 2);
      // Other tables of villages, by their codes.
      const code = format.column(data.tables[table], 'code');
      if (people && code >= 0 && ['villages', 'join-village', 'travel-times'].includes(data.tables[table].name)) {
        const own = format.column(people.table, 'code');
        const rows = new Map(people.table.rows.map((row, index) => [row[own], index]));
        return (row) => showMember('villages', people.markers[rows.get(data.tables[table].rows[row][code])], home + 2);
      }
      const member = members.find((one) => one.source.table === table);
      if (member) return (row) => showMember(member.source.name, member.ready()[row], home + 4);
      const index = levels.findIndex((level) => level.level.table === table
        || level.level.figures.some((figure) => figure.table === table));
      if (index >= 0) return (row) => showUnit(index, row);
      return null;
    }

    const side = document.getElementById('panel');
    side.append(search.field(places));
    if (figures.length) {
      const titles = figures.map((entry) => ({
        text: entry.figure.title, group: levels.length > 1 ? levels[entry.level].level.title : '',
      }));
      side.append(panel.choice(word('shade_by'), [...titles, { text: word('shade_none'), group: '' }], first,
        (index) => shade(figures[index] || null)));
    }
    if (people && source.villages.themes.length > 1) {
      side.append(panel.choice(word('colour_villages'), source.villages.themes.map((theme) => ({ text: theme.title, group: '' })), 0, (index) => {
        villageState.theme = source.villages.themes[index];
        people.shade();
        refreshLegends();
      }));
    }
    if (switches.length) {
      side.append(panel.group(word('layers'), switches.map((entry) =>
        panel.tick(entry.title, entry.name, entry.isOn, (isOn) => set(entry, isOn)))));
    }
    side.append(el('h3', {}, word('legend')), legends);

    shade(figures[first] || null);
    switches.forEach((entry) => { if (entry.isOn) set(entry, true); });
    refreshLegends();
    // Names are measured, which would make the browser lay out the page before it is ready.
    requestAnimationFrame(refreshLabels);
    map.on('zoomend moveend', refreshLabels);

    const notes = document.getElementById('map-notes');
    const told = [word('map_tolerance', format.number(source.tolerance_m, 0)), ...source.left_out];
    if (source.roads && source.roads.note) told.push(source.roads.note);
    for (const text of told) notes.append(el('p', { class: 'note' }, text));

    // Paper has a size of its own: the whole study is shown on it.
    let before = null;
    window.addEventListener('beforeprint', () => {
      before = { centre: map.getCenter(), zoom: map.getZoom() };
      document.documentElement.classList.add('printing');
      map.invalidateSize({ animate: false, pan: false });
      map.fitBounds(bounds, { animate: false, padding: [6, 6] });
    });
    window.addEventListener('afterprint', () => {
      document.documentElement.classList.remove('printing');
      map.invalidateSize({ animate: false, pan: false });
      if (before) map.setView(before.centre, before.zoom, { animate: false });
    });
    window.addEventListener('resize', () => map.invalidateSize({ animate: false }));
    return { map, locatorOf };
  }

  upland.map = { make };
})(window.upland);

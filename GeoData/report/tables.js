'use strict';
/* A table a layer, laid out when it is opened, a hundred rows at a time. */
(function (upland) {
  const { data, el, word, format, sorting } = upland;
  const pageSize = 100;

  function cellElement(entry, column) {
    const styles = [];
    if (entry.kind === 'unknown') styles.push('unknown');
    if (entry.text.length > 44) styles.push('long');
    else if (column.decimals !== null) styles.push('number');
    return el('td', { class: styles.join(' ') || null }, format.content(entry));
  }

  /** The row of `index`, with a button that shows it on the map where it has a place there. */
  function rowElement(table, index, locate) {
    const cells = table.columns.map((one, column) => cellElement(format.cell(table, index, column), one));
    if (locate) {
      const button = el('button', {
        type: 'button', class: 'locate', title: word('show_on_map'),
        'aria-label': word('show_on_map') + ': ' + format.rowName(table, index),
        onclick: () => locate(index),
      }, '⌖');
      cells.push(el('td', {}, button));
    }
    return el('tr', {}, cells);
  }

  /** Lays out `table` within `box`. `locate(row)` shows a row on the map; null where it has no place. */
  function layOut(table, box, locate) {
    const head = table.columns.map((column) =>
      el('th', { scope: 'col', class: column.decimals === null ? null : 'number', title: column.property }, column.title));
    const body = el('tbody');
    const grid = el('table', {}, [
      el('caption', {}, table.title),
      el('thead', {}, el('tr', {}, head)),
      body,
    ]);
    if (table.totals.length) {
      const cells = table.totals.map((value, column) =>
        cellElement(format.told(value, table.columns[column]), table.columns[column]));
      if (locate) cells.push(el('td'));
      grid.append(el('tfoot', {}, el('tr', {}, cells)));
    }
    sorting.heads(grid, (column, direction) => {
      state.sort = { column, direction };
      refresh();
    });
    if (locate) grid.tHead.rows[0].append(el('th', { scope: 'col' }, word('map')));

    const all = table.rows.map((_, index) => index);
    const state = { sort: null, filter: '', shown: pageSize };
    const texts = [];
    function textOf(index) {
      if (texts[index] === undefined) {
        texts[index] = table.columns
          .map((_, column) => format.cell(table, index, column).text)
          .join('\n')
          .toLocaleLowerCase(data.language);
      }
      return texts[index];
    }

    const count = el('span', { class: 'found', 'aria-live': 'polite' });
    const more = el('button', { type: 'button', class: 'more', onclick: () => {
      state.shown += pageSize * 5;
      refresh();
    } }, word('more'));

    function refresh() {
      const wanted = state.filter.toLocaleLowerCase(data.language);
      let rows = wanted ? all.filter((index) => textOf(index).includes(wanted)) : all.slice();
      if (state.sort) {
        const { column, direction } = state.sort;
        rows.sort((a, b) =>
          sorting.compare(
            format.cell(table, a, column).sort, format.cell(table, b, column).sort, direction) || a - b);
      }
      const visible = rows.slice(0, state.shown);
      body.replaceChildren(...visible.map((index) => rowElement(table, index, locate)));
      count.textContent = word('rows_shown', format.number(visible.length, 0), format.number(rows.length, 0));
      more.hidden = visible.length >= rows.length;
    }

    const tools = el('div', { class: 'tools' });
    if (table.rows.length > 12) {
      tools.append(el('input', {
        type: 'search', placeholder: word('filter'), 'aria-label': word('filter') + ': ' + table.title,
        oninput: (event) => {
          state.filter = event.target.value;
          state.shown = pageSize;
          refresh();
        },
      }));
    }
    tools.append(count, more);
    const notes = (table.choice ? [table.choice] : []).concat(table.notes);
    box.replaceChildren(
      tools, el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': table.title }, grid),
      ...notes.map((note) => el('p', { class: 'note' }, note)));
    refresh();
  }

  /** Lists all tables; each is laid out when it is first opened. */
  function list(box, locatorOf) {
    let group = null;
    data.tables.forEach((table, place) => {
      if (!group || group.dataset.name !== table.group) {
        group = el('div', { class: 'group', 'data-name': table.group }, el('h3', {}, table.group));
        box.append(group);
      }
      const body = el('div', { class: 'body' });
      const count = table.rows.length < table.total
        ? word('rows_of', format.number(table.rows.length, 0), format.number(table.total, 0))
        : word('rows', format.number(table.total, 0));
      const details = el('details', { class: 'layer', id: 'table-' + table.name }, [
        el('summary', {}, [table.title + ' ', el('span', { class: 'count' }, '(' + count + ')')]),
        body,
      ]);
      let isLaidOut = false;
      details.addEventListener('toggle', () => {
        if (!details.open || isLaidOut) return;
        isLaidOut = true;
        layOut(table, body, locatorOf(place));
      });
      group.append(details);
    });
  }

  upland.tables = { list };
})(window.upland);

'use strict';
/* Tables that are sorted by pressing the head of a column: by mouse, finger or keyboard. */
(function (upland) {
  const { data, el, word } = upland;
  const names = new Intl.Collator(data.language, { numeric: true });

  /** Which of two values comes first; what is not known comes last, whichever way. */
  function compare(one, other, direction) {
    const oneIsUnknown = one === null || one === '';
    const otherIsUnknown = other === null || other === '';
    if (oneIsUnknown || otherIsUnknown) return oneIsUnknown - otherIsUnknown;
    const order = typeof one === 'number' && typeof other === 'number'
      ? one - other
      : names.compare(String(one), String(other));
    return direction * order;
  }

  /** Makes the heads of `table` buttons; `sort(column, direction)` is called when one is pressed. */
  function heads(table, sort) {
    const cells = [...table.tHead.rows[0].cells];
    cells.forEach((head, column) => {
      head.dataset.head = head.textContent;
      const button = el('button', { type: 'button', title: word('sort') }, [...head.childNodes]);
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const ascending = head.getAttribute('aria-sort') !== 'ascending';
        cells.forEach((other) => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
        sort(column, ascending ? 1 : -1);
      });
    });
  }

  function valueOf(cell) {
    const value = cell.dataset.v;
    if (value === undefined) return cell.textContent;
    return value === '' || Number.isNaN(Number(value)) ? value : Number(value);
  }

  /** Makes a table that stands in the page sortable. */
  function enhance(table) {
    const body = table.tBodies[0];
    const original = [...body.rows];
    heads(table, (column, direction) => {
      const rows = original.map((row, index) => ({ row, index, value: valueOf(row.cells[column]) }));
      rows.sort((a, b) => compare(a.value, b.value, direction) || a.index - b.index);
      body.append(...rows.map((entry) => entry.row));
    });
  }

  upland.sorting = { compare, heads, enhance };
})(window.upland);

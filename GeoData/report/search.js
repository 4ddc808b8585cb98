'use strict';
/* Finds a village or unit by its name, with or without diacritics, and shows it on the map. */
(function (upland) {
  const { data, el, word } = upland;
  const most = 300;

  /** Small letters without diacritics; `đ` is no letter with a mark, so it is told apart. */
  const folded = (text) => text.toLocaleLowerCase(data.language).normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd');

  /** A field; `entries` are `{name, show}`. */
  function field(entries) {
    const list = el('datalist', { id: 'places' },
      entries.slice(0, most).map((entry) => el('option', { value: entry.name })));
    const found = el('p', { class: 'found', 'aria-live': 'polite' });
    function search(text) {
      const wanted = text.trim();
      if (!wanted) { found.textContent = ''; return; }
      const exact = entries.find((entry) => entry.name === wanted);
      const near = exact || entries.find((entry) => folded(entry.name).includes(folded(wanted)));
      found.textContent = near ? near.name : word('nothing_found');
      if (near) near.show();
    }
    const input = el('input', {
      type: 'search', id: 'find-place', list: 'places', autocomplete: 'off',
      onchange: (event) => search(event.target.value),
    });
    return el('div', { class: 'field' }, [el('label', { for: 'find-place' }, word('find')), input, list, found]);
  }

  upland.search = { field };
})(window.upland);

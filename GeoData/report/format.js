'use strict';
/* Numbers and cells in the way of the report's language. */
(function (upland) {
  const { data, word, el } = upland;

  /** `1.234,5`: digits in groups, so many decimals. */
  function number(value, decimals) {
    const plain = Math.abs(value).toFixed(decimals);
    const [whole, fraction] = plain.split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, data.grouping);
    const sign = value < 0 && Number(plain) !== 0 ? '−' : '';
    return sign + grouped + (fraction ? data.decimal + fraction : '');
  }

  /** A year is a name, and a number of a section is one too: no groups. */
  const isName = (column) => /(^|_)year$|^section$/.test(column.property);

  /**
   * What a cell says: `kind` is `text`, `number`, `answer` or `unknown`; `sort` is what it is sorted by,
   * null for what is not known.
   */
  function cell(table, row, column) {
    const value = table.rows[row][column];
    return told(value, table.columns[column]);
  }

  /** Answers that are good news where they are yes, and where they are no; of others neither is. */
  const goodAnswers = new Set(['car', 'all_season', 'hardened', 'met', 'can_be_met', 'first_stays']);
  const badAnswers = new Set(['exposed', 'way_out', 'households_assumed']);

  /** `good`, `bad`, `unknown` or `plain`. */
  function tone(property, answer) {
    if (answer === 'unknown') return 'unknown';
    if (goodAnswers.has(property)) return answer === 'yes' ? 'good' : 'bad';
    if (badAnswers.has(property)) return answer === 'yes' ? 'bad' : 'good';
    return 'plain';
  }

  function told(value, column) {
    if (value === null) return { kind: 'unknown', text: '–', sort: null };
    if (typeof value === 'number') {
      const text = isName(column) ? String(value) : number(value, column.decimals === null ? 2 : column.decimals);
      return { kind: 'number', text, sort: value, value };
    }
    if (typeof value === 'string') return { kind: 'text', text: value, sort: value };
    if (value[0] === '?') return { kind: 'unknown', text: '– (' + value[1] + ')', sort: null };
    return {
      kind: 'answer', text: word(value[0]), sort: value[0], answer: value[0], tone: tone(column.property, value[0]),
    };
  }

  /** The content of a cell as an element may hold it. */
  function content(entry) {
    return entry.kind === 'answer'
      ? el('span', { class: 'chip ' + entry.tone }, entry.text)
      : entry.text;
  }

  /** The place of a property among a table's columns; -1 where it has none. */
  const column = (table, property) => table.columns.findIndex((one) => one.property === property);

  /** The name of what a row is about. */
  function rowName(table, row) {
    for (const property of ['name', 'site', 'from_name', 'code', 'section', 'order', 'plot', 'rank']) {
      const place = column(table, property);
      if (place >= 0 && table.rows[row][place] !== null) {
        const entry = cell(table, row, place);
        if (['order', 'section', 'rank', 'site'].includes(property)) {
          return table.columns[place].title + ' ' + entry.text;
        }
        return entry.text;
      }
    }
    return table.title;
  }

  upland.format = { tone, number, cell, told, content, column, rowName };
})(window.upland);

'use strict';
/* The panel beside the map: what is shown, by what it is coloured, and what the colours mean. */
(function (upland) {
  const { el } = upland;
  let last = 0;

  /** A field with a list to choose from; `choose(index)` is called with what is chosen. */
  function choice(title, options, chosen, choose) {
    last += 1;
    const id = 'choice-' + last;
    const select = el('select', { id, onchange: (event) => choose(Number(event.target.value)) },
      options.map((text, index) => el('option', { value: index, selected: index === chosen }, text)));
    return el('div', { class: 'field' }, [el('label', { for: id }, title), select]);
  }

  /** A box to tick; `change(isOn)` is called. */
  function tick(title, name, isOn, change) {
    return el('label', {}, [
      el('input', {
        type: 'checkbox', name, checked: isOn, onchange: (event) => change(event.target.checked),
      }),
      title,
    ]);
  }

  /** Fields under a heading. */
  const group = (title, fields) => el('fieldset', {}, [el('legend', {}, title), ...fields]);

  upland.panel = { choice, tick, group };
})(window.upland);

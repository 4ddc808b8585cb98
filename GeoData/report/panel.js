'use strict';
/* The panel beside the map: what is shown, by what it is coloured, and what the colours mean. */
(function (upland) {
  const { el } = upland;
  let last = 0;

  /**
   * A field with a list to choose from, each option `{text, group}`, those of a group together;
   * `choose(index)` is called with the index of what is chosen.
   */
  function choice(title, options, chosen, choose) {
    last += 1;
    const id = 'choice-' + last;
    const select = el('select', { id, onchange: (event) => choose(Number(event.target.value)) },
      grouped(options.map((option, index) => ({
        ...option, element: el('option', { value: index, selected: index === chosen }, option.text),
      }))));
    return el('div', { class: 'field' }, [el('label', { for: id }, title), select]);
  }

  /** The elements of options, those of a group within one. */
  function grouped(options) {
    const groups = new Map();
    return options.flatMap(({ group, element }) => {
      if (!group) return [element];
      const known = groups.get(group);
      if (known) {
        known.append(element);
        return [];
      }
      groups.set(group, el('optgroup', { label: group }, element));
      return [groups.get(group)];
    });
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

// The column of facets: each value with how many items it would show.
const facetColumn = (() => {
  const home = document.getElementById('facet-list');
  const expanded = new Set();
  const FEW = 8;

  function row(facet, value) {
    const chosen = filter.chosen.get(facet.name);
    const count = filter.counts[FACETS[filter.tab].indexOf(facet)][facet.codes.get(value)] || 0;
    const box = el('input', {
      type: 'checkbox', 'data-facet': facet.name, 'data-value': value, onchange: () => {
        toggle(facet.name, value);
        refresh();
      },
    });
    box.checked = Boolean(chosen && chosen.has(value));
    const name = quote('span.name', facet.label(value));
    if (facet.hint) name.title = facet.hint(value);
    return el('label.value' + (count ? '' : '.zero'), {}, box, name,
      el('span.count', { 'data-count': facet.name + ':' + value }, String(count)));
  }

  return {
    render() {
      // The box that has the focus gets it back: the whole column is made anew.
      const active = document.activeElement;
      const focus = active && home.contains(active) && active.dataset ? [active.dataset.facet, active.dataset.value] : null;
      const scroll = document.getElementById('facets').scrollTop;
      home.replaceChildren();
      for (const facet of FACETS[filter.tab]) {
        const values = facet.listed;
        if (!values.length) continue;
        const isOpen = expanded.has(facet.name);
        const few = isOpen ? values : values.filter((value, at) => at < FEW || (filter.chosen.get(facet.name) || new Set()).has(value));
        const group = el('fieldset', {}, el('legend', {}, t(facet.name)), ...few.map(value => row(facet, value)));
        if (values.length > few.length || isOpen && values.length > FEW) {
          group.append(el('button.quiet.more', {
            type: 'button', onclick: () => {
              if (!expanded.delete(facet.name)) expanded.add(facet.name);
              this.render();
            },
          }, isOpen ? t('fewer') : t('more', values.length - few.length)));
        }
        home.append(group);
      }
      document.getElementById('facets').scrollTop = scroll;
      if (focus) {
        for (const box of home.querySelectorAll('input')) {
          if (box.dataset.facet === focus[0] && box.dataset.value === focus[1]) box.focus({ preventScroll: true });
        }
      }
    },
  };
})();

// Which items are shown: those that every facet and every word of the search lets through.
const filter = {
  tab: 'items',
  query: '',
  /** What is chosen, by facet. */
  chosen: new Map(),
  /** The items that are shown, in order. */
  shown: [],
  /** By facet and value, how many items there are among those that the other facets and the search let through. */
  counts: [],
};

function itemsOf(tab) {
  return tab === 'matches' ? batch.matches : batch.items;
}

/** Everything of an item that a search finds, in small letters. */
function haystack(item) {
  if (item.haystack === undefined) {
    const parts = item.kind === 'match'
      ? [item.oldCode, item.oldName, item.newCode, item.newName, item.relation]
      : [item.before, item.after, item.lead, item.trail, item.key, item.rule, batch.files[item.file], item.path,
        ...(item.place || []), ...(item.message || []), ...((batch.rules[item.rule] || {}).summary || []),
        item.around && item.around.lead + item.around.marked + item.around.trail,
        item.filed === undefined ? '' : texts[item.filed].slice(0, 2000), DEPARTMENTS.get(item.department)];
    item.haystack = parts.filter(Boolean).join('\n').toLowerCase();
  }
  return item.haystack;
}

/** Works out what is shown, and all counts, in one pass. O(items × facets). */
function applyFilter() {
  const facets = FACETS[filter.tab];
  // Of each facet that something is chosen of, which of its values.
  const chosen = facets.map(facet => {
    const values = filter.chosen.get(facet.name);
    return values && values.size ? facet.all.map(value => values.has(value)) : null;
  });
  const counts = facets.map(facet => new Int32Array(facet.all.length));
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = [];
  for (const item of itemsOf(filter.tab)) {
    const codes = item.codes;
    let failed = -1, failures = 0;
    for (let at = 0; at < facets.length && failures < 2; at++) {
      if (chosen[at] && !chosen[at][codes[at]]) {
        failures++;
        failed = at;
      }
    }
    if (failures > 1) continue;
    if (words.length && !words.every(word => haystack(item).includes(word))) continue;
    // What one facet alone keeps out would be there if its value were chosen.
    if (failures) {
      counts[failed][codes[failed]]++;
      continue;
    }
    shown.push(item);
    for (let at = 0; at < facets.length; at++) counts[at][codes[at]]++;
  }
  filter.shown = shown;
  filter.counts = counts;
}

function toggle(facet, value) {
  const values = filter.chosen.get(facet) || new Set();
  if (!values.delete(value)) values.add(value);
  filter.chosen.set(facet, values);
}

function isFiltered() {
  return filter.query !== '' || Array.from(filter.chosen.values()).some(values => values.size);
}

/** The filter as it stands in the address, so that it can be kept, sent and gone back to. */
function filterHash(current) {
  const parts = new URLSearchParams();
  if (filter.tab !== 'items') parts.set('tab', filter.tab);
  if (filter.query) parts.set('q', filter.query);
  for (const facet of FACETS[filter.tab]) {
    for (const value of filter.chosen.get(facet.name) || []) parts.append(facet.name, value);
  }
  if (current) parts.set('item', current.key);
  return parts.toString();
}

/** Takes the filter over from the address; the item that it names, if any. */
function readHash(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  filter.tab = parts.get('tab') === 'matches' && batch.matches.length ? 'matches' : 'items';
  if (!batch.items.length && batch.matches.length) filter.tab = 'matches';
  filter.query = parts.get('q') || '';
  filter.chosen = new Map();
  for (const facet of FACETS[filter.tab]) {
    const values = parts.getAll(facet.name);
    if (values.length) filter.chosen.set(facet.name, new Set(values));
  }
  return parts.get('item');
}

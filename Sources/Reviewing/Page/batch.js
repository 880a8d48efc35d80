// The batch as it was embedded, with what the page adds to each item.
const batch = JSON.parse(document.getElementById('data').textContent);
const texts = batch.texts;
const STATES = ['undecided', 'accept', 'reject', 'edit', 'unsure'];
const RELATIONS = ['相同', '更名', '划转', '拆分', '合并', '无关'];
const SEPARATOR = '\u001f';

for (const item of batch.items) {
  item.tab = 'items';
  item.state = 'undecided';
  const filing = item.filing === undefined ? null : batch.filings[item.filing];
  item.department = filing ? filing.department : '';
  item.names = filing ? filing.names : [];
  item.year = filing ? filing.year : '';
  // Of a filing that names no department, decisions know another name than the one that is shown.
  item.decided = item.names.includes(item.department) ? item.department : item.names[0];
  item.change = item.kind !== 'finding';
}
for (const match of batch.matches) {
  match.tab = 'matches';
  match.kind = 'match';
  match.state = 'undecided';
  match.key = [
    match.oldYear, match.oldCode, match.oldName, match.newYear, match.newCode, match.newName].join(SEPARATOR);
  match.years = match.oldYear + '–' + match.newYear;
}

/** The items by what decisions know them by. */
const index = { key: new Map(), text: new Map(), edit: new Map(), rule: new Map(), finding: new Map(), match: new Map() };
function file(map, name, item) {
  const list = map.get(name);
  if (list) list.push(item);
  else map.set(name, [item]);
}
for (const item of batch.items) {
  if (!item.change) {
    file(index.finding, item.key, item);
    continue;
  }
  item.textSlot = ['text', item.rule, item.before, item.after].join(SEPARATOR);
  item.editSlot = ['edit', item.rule, item.before].join(SEPARATOR);
  file(index.key, item.key, item);
  file(index.text, item.textSlot, item);
  file(index.edit, item.editSlot, item);
  for (const name of item.names) file(index.rule, ['rule', item.rule, name].join(SEPARATOR), item);
}
for (const match of batch.matches) file(index.match, match.key, match);

const DEPARTMENTS = new Map(batch.filings.map(filing => [
  filing.department, filing.name ? filing.department + ' ' + filing.name : filing.department]));

/** What a rule or check calls itself. */
function ruleName(id) {
  const rule = batch.rules[id];
  return rule ? say(rule.summary) : id;
}

const FACETS = {
  items: [
    { name: 'state', of: item => item.state, values: STATES, label: value => t(value) },
    { name: 'kind', of: item => item.kind, values: ['suggestion', 'correction', 'finding'], label: value => t(value) },
    { name: 'certainty', of: item => item.certainty || '', values: ['possible', 'likely', 'certain'], label: value => t(value) },
    { name: 'severity', of: item => item.severity || '', values: ['error', 'warning', 'note'], label: value => t(value) },
    { name: 'rule', of: item => item.rule, label: value => ruleName(value), hint: value => value },
    { name: 'department', of: item => item.department, label: value => DEPARTMENTS.get(value) || value },
    { name: 'year', of: item => item.year, label: value => value },
  ],
  matches: [
    { name: 'state', of: item => item.state, values: STATES, label: value => t(value) },
    { name: 'relation', of: item => item.relation, values: RELATIONS, label: value => t(value) },
    { name: 'ambiguity', of: item => item.ambiguous ? 'ambiguous' : 'unique', values: ['ambiguous', 'unique'], label: value => t(value) },
    { name: 'years', of: item => item.years, label: value => value },
  ],
};

// Each value of a facet has a number, and each item the numbers of its values: so that counting, which happens with
// every decision, is adding up.
for (const tab of ['items', 'matches']) {
  const facets = FACETS[tab];
  for (const facet of facets) {
    facet.all = facet.name === 'state' ? STATES.slice() : [];
    facet.codes = new Map(facet.all.map((value, code) => [value, code]));
    facet.totals = [];
  }
  for (const item of tab === 'items' ? batch.items : batch.matches) {
    item.codes = facets.map(facet => {
      const value = facet.of(item);
      let code = facet.codes.get(value);
      if (code === undefined) {
        code = facet.all.push(value) - 1;
        facet.codes.set(value, code);
      }
      facet.totals[code] = (facet.totals[code] || 0) + 1;
      return code;
    });
  }
  for (const facet of facets) {
    // Values that have an order keep it; of others the frequent come first.
    const total = value => facet.totals[facet.codes.get(value)];
    facet.listed = facet.name === 'state' ? STATES
      : facet.values ? facet.values.filter(value => facet.codes.has(value))
        : facet.all.filter(Boolean).sort((a, b) => total(b) - total(a) || (a < b ? -1 : a > b ? 1 : 0));
  }
}

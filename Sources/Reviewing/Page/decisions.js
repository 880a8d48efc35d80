// Decisions: who said what about which items, and how far it reaches. As in `convert`: a place goes before a text, a
// text before a rule, and within a scope the later one.
const KEYS = ['key', 'decision', 'scope', 'filed', 'before', 'after', 'rule', 'department', 'by', 'at', 'note'];
const SORTED = KEYS.slice().sort();
const TEXTS = ['filed', 'before', 'after'];
// What a suggestion's line holds besides.
const CONTEXT = ['applied', 'certainty', 'column', 'evidence', 'file', 'filing', 'line', 'path'];
const CHOICES = ['accept', 'reject', 'edit', 'unsure'];
const SCOPES = ['place', 'text', 'rule'];

const ledger = {
  /** By slot: what is decided about a place, a text, a rule, a finding or a match. */
  entries: new Map(),
  sequence: 0,
  past: [],
  future: [],
};

/** Where a decision is kept: a later one with the same slot replaces it. */
function slotOf(entry) {
  switch (entry.scope) {
    case 'place': return 'place' + SEPARATOR + entry.key;
    case 'text':
      return entry.decision === 'edit'
        ? ['edit', entry.rule, entry.before].join(SEPARATOR)
        : ['text', entry.rule, entry.before, entry.after].join(SEPARATOR);
    case 'rule': return ['rule', entry.rule, entry.department].join(SEPARATOR);
    case 'finding': return 'finding' + SEPARATOR + entry.key;
    default: return 'match' + SEPARATOR + entry.key;
  }
}

/** The items that an entry can be about. */
function concerned(slot) {
  const kind = slot.slice(0, slot.indexOf(SEPARATOR));
  const rest = slot.slice(kind.length + 1);
  switch (kind) {
    case 'place': return index.key.get(rest) || [];
    case 'finding': return index.finding.get(rest) || [];
    case 'match': return index.match.get(rest) || [];
    default: return index[kind].get(slot) || [];
  }
}

/** False if the text is another than the one that was decided on, or what was accepted was another repair. */
function holds(entry, item) {
  if (entry.isStale) return false;
  if (entry.filed !== undefined && entry.filed !== texts[item.filed]) return false;
  return entry.decision !== 'accept' || entry.after === undefined || entry.after === item.after;
}

function later(one, other) {
  if (!one || !other) return one || other;
  return one.sequence > other.sequence ? one : other;
}

/** What is decided about an item; undefined if nothing is. */
function entryFor(item) {
  const entries = ledger.entries;
  if (item.kind === 'match') return entries.get('match' + SEPARATOR + item.key);
  if (!item.change) return entries.get('finding' + SEPARATOR + item.key);
  const place = entries.get('place' + SEPARATOR + item.key);
  if (place && holds(place, item)) return place;
  const text = later(entries.get(item.textSlot), entries.get(item.editSlot));
  if (text) return text;
  let rule;
  for (const name of item.names) rule = later(rule, entries.get(['rule', item.rule, name].join(SEPARATOR)));
  return rule;
}

function settle(item) {
  const entry = entryFor(item);
  item.entry = entry;
  item.state = entry ? entry.decision : 'undecided';
  // The facet of decisions is the first.
  item.codes[0] = STATES.indexOf(item.state);
}

/** Brings every item up to date. O(items). */
function settleAll() {
  for (const item of batch.items) settle(item);
  for (const match of batch.matches) settle(match);
}

/** Decisions about places whose text has changed, and those about what is not in this batch. */
function unmet() {
  const stale = [], other = [];
  for (const [slot, entry] of ledger.entries) {
    if (entry.scope === 'finding' || entry.scope === 'match') {
      if (!concerned(slot).length) other.push(entry);
      continue;
    }
    const items = concerned(slot);
    if (!items.length) other.push(entry);
    else if (entry.scope === 'place' && !items.some(item => holds(entry, item))) stale.push(entry);
  }
  return { stale, other };
}

/** Makes changes, each a slot and its new entry or undefined, so that they are undone together. */
function commit(changes) {
  const step = changes.map(([slot, entry]) => {
    if (entry) entry.sequence = ++ledger.sequence;
    return { slot, old: ledger.entries.get(slot), entry };
  });
  ledger.past.push(step);
  ledger.future = [];
  for (const change of step) put(change.slot, change.entry);
}

function put(slot, entry) {
  // Taken out first, so that the order of entries is that of the decisions.
  ledger.entries.delete(slot);
  if (entry) ledger.entries.set(slot, entry);
  for (const item of concerned(slot)) settle(item);
}

/** The changes that were taken back; undefined if there are none. */
function undo() {
  const step = ledger.past.pop();
  if (!step) return undefined;
  for (const change of step.slice().reverse()) put(change.slot, change.old);
  ledger.future.push(step);
  return step;
}

function redo() {
  const step = ledger.future.pop();
  if (!step) return undefined;
  for (const change of step) put(change.slot, change.entry);
  ledger.past.push(step);
  return step;
}

/** The entry for a decision about an item as it is now. */
function entryOf(item, decision, scope, details) {
  const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const entry = { decision, by: settings.by || undefined, at: now, note: details.note || undefined };
  if (item.kind === 'match') return Object.assign(entry, { scope: 'match', key: item.key, relation: details.relation });
  if (!item.change) {
    return Object.assign(entry, {
      scope: 'finding', key: item.key, rule: item.rule, file: batch.files[item.file], path: item.path });
  }
  const after = decision === 'edit' ? details.text : item.after;
  entry.scope = scope;
  entry.rule = item.rule;
  if (scope !== 'rule') Object.assign(entry, { before: item.before, after });
  if (scope === 'place') Object.assign(entry, { key: item.key, filed: texts[item.filed] });
  if (scope !== 'text') entry.department = item.decided;
  return entry;
}

/** `decisions.jsonl`: one object a line, keys in order. Decisions that are stale are left out. */
function decisionsText() {
  const stale = new Set(unmet().stale);
  const counts = { place: 0, text: 0, rule: 0 };
  let text = '';
  for (const entry of ordered()) {
    if (!SCOPES.includes(entry.scope) || stale.has(entry)) continue;
    const line = {};
    for (const key of SORTED) {
      // What is replaced or put in its place may be nothing; a remark that is nothing is none.
      if (entry[key] !== undefined && (entry[key] !== '' || TEXTS.includes(key))) line[key] = entry[key];
    }
    text += JSON.stringify(line) + '\n';
    counts[entry.scope]++;
  }
  return { text, counts, count: counts.place + counts.text + counts.rule };
}

/** What was said of findings: for this page only. */
function remarksText() {
  let text = '', count = 0;
  for (const entry of ordered()) {
    if (entry.scope !== 'finding') continue;
    const line = {};
    for (const key of ['at', 'by', 'decision', 'file']) if (entry[key]) line[key] = entry[key];
    line.finding = entry.key;
    for (const key of ['note', 'path', 'rule']) if (entry[key]) line[key] = entry[key];
    text += JSON.stringify(line) + '\n';
    count++;
  }
  return { text, count };
}

function ordered() {
  return Array.from(ledger.entries.values()).sort((a, b) => a.sequence - b.sequence);
}

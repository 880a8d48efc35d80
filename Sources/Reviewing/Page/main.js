// What happens when: keeps what is decided, what is shown and what is kept in step.
const byId = id => document.getElementById(id);
let saveTimer = 0;
let announceTimer = 0;

/** Says something to those who don't see the page change. */
function announce(text) {
  clearTimeout(announceTimer);
  announceTimer = setTimeout(() => { byId('live').textContent = text; }, 60);
}

function notice(text, action) {
  byId('notice').replaceChildren(text, ...(action ? [' ', el('button.quiet', { type: 'button', onclick: action }, t('list'))] : []));
  byId('notice').hidden = !text;
}

/** Says why something is not done, for a while. */
function warn(text) {
  notice(text);
  clearTimeout(warn.timer);
  warn.timer = setTimeout(() => { if (byId('notice').textContent === text) notice(''); }, 6000);
}

// MARK: Keeping

/** The texts that decisions were made on take much room and stand in the batch: a fingerprint is kept instead. */
function save() {
  clearTimeout(saveTimer);
  saveTimer = 0;
  const entries = Array.from(ledger.entries, ([slot, entry]) => {
    if (entry.filed === undefined) return [slot, entry];
    const { filed, ...rest } = entry;
    return [slot, Object.assign(rest, concerned(slot).some(item => texts[item.filed] === filed) ? { print: fingerprint(filed) } : { filed })];
  });
  const isKept = store.set(batch.batch, { sequence: ledger.sequence, given: fingerprint(JSON.stringify(batch.decisions)), entries });
  if (!isKept && store.works) notice(t('fullStorage'));
}

function saveSoon() {
  if (!saveTimer) saveTimer = setTimeout(save, 250);
}

/** What was given with the batch, and what was kept of the last visit; how many entries came from that. */
function restore() {
  for (const line of batch.decisions) {
    const entry = readLine(JSON.stringify(line));
    if (typeof entry !== 'string') {
      entry.sequence = ++ledger.sequence;
      ledger.entries.delete(slotOf(entry));
      ledger.entries.set(slotOf(entry), entry);
    }
  }
  const kept = store.get(batch.batch);
  if (!kept || !Array.isArray(kept.entries)) return 0;
  // What was kept began with the same lines: it is all there is to know. Else the lines are newer.
  const isWhole = kept.given === fingerprint(JSON.stringify(batch.decisions));
  if (isWhole) ledger.entries.clear();
  ledger.sequence = Math.max(ledger.sequence, kept.sequence || 0);
  for (const [slot, entry] of kept.entries) {
    if (!isWhole && ledger.entries.has(slot)) continue;
    if (entry.print) {
      const item = concerned(slot).find(item => fingerprint(texts[item.filed]) === entry.print);
      entry.isStale = !item;
      if (item) {
        entry.filed = texts[item.filed];
        delete entry.print;
      }
    }
    ledger.entries.set(slot, entry);
  }
  return kept.entries.length;
}

// MARK: Deciding

/** Decides about the current item, and goes on to the next. */
function act(decision, details = {}) {
  const item = queue.current;
  if (!item) return;
  if (decision === 'edit' && item.kind === 'match' && details.text) details = { relation: details.text };
  if (decision === 'edit' && item.kind === 'finding') return;
  if (decision === 'edit' && details.text === undefined && details.relation === undefined) {
    detail.edit();
    return;
  }
  if (decision === 'edit' && detail.scope === 'rule') {
    warn(t('noRuleEdit'));
    return;
  }
  const scope = item.change ? detail.scope : 'place';
  const note = detail.note;
  const go = () => {
    const position = queue.position;
    if (decision === 'clear') {
      if (!item.entry) return;
      commit([[slotOf(item.entry), undefined]]);
    } else {
      const entry = entryOf(item, decision, scope, Object.assign({ note }, details));
      commit([[slotOf(entry), entry]]);
    }
    saveSoon();
    applyFilter();
    facetColumn.render();
    renderBar();
    const shown = filter.shown.indexOf(item);
    const isLast = shown === filter.shown.length - 1;
    // On to the next, unless the item itself has gone from the list, and the next has come in its place.
    const next = decision === 'clear' || shown < 0 || isLast ? shown < 0 ? position : shown : shown + 1;
    queue.render(filter.shown[Math.min(next, filter.shown.length - 1)]);
    selected();
    announce(t(decision === 'clear' ? 'nowUndecided' : decision) + '，' + progressText());
    byId('queue').focus({ preventScroll: true });
  };
  if (settings.by === null && decision !== 'clear') dialogs.name(go);
  else go();
}

function takeBack(step, word) {
  if (!step) return;
  saveSoon();
  applyFilter();
  facetColumn.render();
  renderBar();
  const items = concerned(step[0].slot);
  queue.render(items.find(item => filter.shown.includes(item)) || queue.current);
  selected();
  announce(t(word) + '，' + progressText());
}

// MARK: Showing

/** After what is current has changed. */
function selected() {
  detail.show(queue.current);
  const hash = '#' + filterHash(queue.current);
  try {
    history.replaceState(null, '', hash);
  } catch {
    location.replace(hash);
  }
}

function progressText() {
  const items = itemsOf(filter.tab);
  let decided = 0;
  for (const item of items) if (item.state !== 'undecided' && item.state !== 'unsure') decided++;
  byId('bar').value = items.length ? decided / items.length : 0;
  return t('progressText', decided, items.length);
}

function renderBar() {
  byId('progress').textContent = progressText();
  byId('by').textContent = t('by', settings.by || t('nobody'));
  byId('undo').disabled = !ledger.past.length;
  byId('redo').disabled = !ledger.future.length;
  byId('unfilter').disabled = !isFiltered();
  const all = itemsOf(filter.tab).length;
  byId('shown').textContent = filter.shown.length === all ? t('shown', all) : t('shownOf', filter.shown.length, all);
}

/** After the filter has changed. */
function refresh(item = queue.current) {
  applyFilter();
  facetColumn.render();
  renderBar();
  queue.render(item);
  selected();
  announce(byId('shown').textContent);
}

/** After the language, the theme or the tab has changed: everything. */
function renderAll(item) {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  document.documentElement.dataset.theme = settings.theme;
  document.title = t('title');
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', t(element.dataset.label));
  for (const element of document.querySelectorAll('[data-placeholder]')) element.placeholder = t(element.dataset.placeholder);
  for (const element of document.querySelectorAll('[data-title]')) {
    element.title = t(element.dataset.title);
    element.setAttribute('aria-label', t(element.dataset.title));
  }
  byId('language').textContent = t('language');
  byId('language').lang = language === 'en' ? 'zh-CN' : 'en';
  byId('theme').textContent = t('theme-' + settings.theme);
  byId('theme').title = t('theme');
  for (const tab of ['items', 'matches']) {
    const button = byId('tab-' + tab);
    button.textContent = t(tab) + ' ' + itemsOf(tab).length;
    button.setAttribute('aria-selected', String(filter.tab === tab));
    button.tabIndex = filter.tab === tab ? 0 : -1;
    button.hidden = !itemsOf(tab).length && filter.tab !== tab;
  }
  byId('panel').setAttribute('aria-labelledby', 'tab-' + filter.tab);
  byId('search').value = filter.query;
  refresh(item);
}

function showTab(tab) {
  if (filter.tab === tab) return;
  filter.tab = tab;
  filter.chosen = new Map();
  filter.query = '';
  renderAll(itemsOf(tab)[0]);
}

// MARK: Listening

let isSearching = 0;
byId('search').addEventListener('input', event => {
  if (event.isComposing) return;
  clearTimeout(isSearching);
  isSearching = setTimeout(() => {
    filter.query = byId('search').value;
    refresh();
  }, 120);
});
byId('search').addEventListener('compositionend', () => {
  filter.query = byId('search').value;
  refresh();
});
byId('unfilter').addEventListener('click', () => {
  filter.query = '';
  filter.chosen = new Map();
  byId('search').value = '';
  refresh();
});
byId('undo').addEventListener('click', () => takeBack(undo(), 'undone'));
byId('redo').addEventListener('click', () => takeBack(redo(), 'redone'));
byId('export').addEventListener('click', () => dialogs.export());
byId('by').addEventListener('click', () => dialogs.name());
byId('help').addEventListener('click', () => dialogs.help());
byId('print').addEventListener('click', () => window.print());
byId('language').addEventListener('click', () => {
  language = language === 'en' ? 'zh' : 'en';
  store.set('language', language);
  renderAll(queue.current);
});
byId('theme').addEventListener('click', () => {
  settings.theme = { auto: 'light', light: 'dark', dark: 'auto' }[settings.theme] || 'auto';
  store.set('theme', settings.theme);
  renderAll(queue.current);
});
/** On narrow screens the facets lie above the list. */
function showFacets(isOpen) {
  document.body.classList.toggle('facets-open', isOpen);
  byId('show-facets').setAttribute('aria-expanded', String(isOpen));
  byId(isOpen ? 'search' : 'show-facets').focus();
}
byId('show-facets').addEventListener('click', () => showFacets(!document.body.classList.contains('facets-open')));
byId('hide-facets').addEventListener('click', () => showFacets(false));
byId('facets').addEventListener('keydown', event => {
  if (event.key === 'Escape' && !event.isComposing && document.body.classList.contains('facets-open')) {
    event.stopPropagation();
    showFacets(false);
  }
});
for (const tab of ['items', 'matches']) {
  byId('tab-' + tab).addEventListener('click', () => showTab(tab));
  byId('tab-' + tab).addEventListener('keydown', event => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = byId('tab-' + (tab === 'items' ? 'matches' : 'items'));
    if (other.hidden) return;
    other.click();
    other.focus();
  });
}
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  byId('queue').focus();
});
byId('load').addEventListener('click', () => byId('file').click());
byId('file').addEventListener('change', async () => {
  const file = byId('file').files[0];
  byId('file').value = '';
  if (file) load(file.name, await file.text());
});
window.addEventListener('hashchange', () => {
  const key = readHash(location.hash);
  renderAll(itemsOf(filter.tab).find(item => item.key === key));
});
window.addEventListener('pagehide', () => { if (saveTimer) save(); });
document.addEventListener('visibilitychange', () => { if (saveTimer && document.hidden) save(); });

/** Takes over a file of decisions or a crosswalk, or says what is wrong with it. */
function load(name, text) {
  const isTable = text.replace(/^\ufeff/, '').startsWith(HEADER[0]) || /\.csv$/i.test(name);
  const { entries, problems } = isTable ? readCrosswalk(text) : readDecisions(text);
  if (problems.length) {
    dialogs.problems(name, problems);
    return;
  }
  commit(entries.map(entry => [slotOf(entry), entry]));
  saveSoon();
  refresh();
  const { stale, other } = unmet();
  dialogs.loaded(entries.length, stale, other);
}

// MARK: Beginning

language = store.get('language') || batch.language;
const restored = restore();
settleAll();
const wanted = readHash(location.hash);
renderAll(itemsOf(filter.tab).find(item => item.key === wanted));
if (!store.works) notice(t('noStorage'));
else if (unmet().stale.length) notice(t('staleText', unmet().stale.length), () => dialogs.stale());
else if (restored) notice(t('restored', restored));
byId('queue').focus({ preventScroll: true });
document.documentElement.dataset.ready = 'true';

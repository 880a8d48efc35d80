// The queue. Only the rows that can be seen exist, however many items there are: each row has the same height.
const queue = (() => {
  const home = document.getElementById('queue');
  const spacer = document.getElementById('spacer');
  const ROW = 64, SPARE = 6;
  let rows = new Map();
  let at = 0;
  let waiting = false;

  function state(item) {
    const finding = item.kind === 'finding';
    const [sign, word] = {
      undecided: ['·', 'undecided'], accept: ['✓', finding ? 'confirmed' : 'accepted'],
      reject: ['✕', finding ? 'dismissed' : 'rejected'], edit: ['✎', 'edited'], unsure: ['?', 'doubted'],
    }[item.state];
    return el('span.state.' + item.state, { title: t(word) }, el('span', { 'aria-hidden': 'true' }, sign), el('span.sr', {}, t(word) + ' '));
  }

  function row(item, number) {
    const line = el('div.line');
    const about = el('div.about');
    if (item.kind === 'match') {
      line.append(quote('span', item.oldName), ' → ', quote('span', item.newName));
      about.append(el('span.tag', {}, t(item.relation)), item.years + ' · ', quote('span', item.oldCode), ' → ',
        quote('span', item.newCode), ' · ' + t('score', item.score));
      if (item.ambiguous) about.append(el('span.tag.possible', {}, t('ambiguous')));
    } else if (item.change) {
      inline(line, item, item.state === 'edit' ? item.entry.after : item.after, 24);
      about.append(el('span.tag.' + item.kind, {}, t(item.kind)), el('span.tag.' + item.certainty, {}, t(item.certainty)));
    } else {
      show(line, cut(say(item.message), 160));
      about.append(el('span.tag.' + item.severity, {}, t(item.severity)));
    }
    if (item.kind !== 'match') {
      about.append(quote('span.rule-name', ruleName(item.rule)), ' · ');
      show(about, cut(say(item.place), 80));
    }
    const isCurrent = number === at;
    const element = el('div.row.' + item.kind + (isCurrent ? '.current' : ''), {
      role: 'option', id: 'row-' + number, 'aria-selected': String(isCurrent), 'aria-posinset': number + 1,
      'aria-setsize': filter.shown.length, onclick: () => queue.select(number),
    }, state(item), el('div.body', {}, line, about));
    element.style.top = number * ROW + 'px';
    return element;
  }

  function draw() {
    waiting = false;
    const first = Math.max(0, Math.floor(home.scrollTop / ROW) - SPARE);
    const last = Math.min(filter.shown.length, Math.ceil((home.scrollTop + home.clientHeight) / ROW) + SPARE);
    for (const [number, element] of rows) {
      if (number >= first && number < last || number === at) continue;
      element.remove();
      rows.delete(number);
    }
    const fresh = document.createDocumentFragment();
    // The current row exists wherever one has scrolled to: it is what the list says is active.
    const wanted = at < first || at >= last ? [at] : [];
    for (let number = first; number < last; number++) wanted.push(number);
    for (const number of wanted) {
      if (rows.has(number) || !filter.shown[number]) continue;
      const element = row(filter.shown[number], number);
      rows.set(number, element);
      fresh.append(element);
    }
    spacer.append(fresh);
    const active = filter.shown.length ? 'row-' + at : '';
    if (active) home.setAttribute('aria-activedescendant', active);
    else home.removeAttribute('aria-activedescendant');
  }

  function drawSoon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(draw);
  }

  home.addEventListener('scroll', drawSoon, { passive: true });
  new ResizeObserver(drawSoon).observe(home);

  return {
    get current() { return filter.shown[at]; },
    get position() { return at; },
    /** Draws everything anew. `item` is the one to stand on, if it is shown; else the place in the list is kept. */
    render(item) {
      const found = item ? filter.shown.indexOf(item) : -1;
      at = found >= 0 ? found : Math.max(0, Math.min(at, filter.shown.length - 1));
      spacer.replaceChildren();
      rows = new Map();
      spacer.style.height = filter.shown.length * ROW + 'px';
      const isEmpty = filter.shown.length === 0;
      const empty = document.getElementById('empty');
      empty.hidden = !isEmpty;
      empty.textContent = isEmpty ? t(itemsOf(filter.tab).length ? 'none' : 'nothing') : '';
      this.reveal();
      draw();
    },
    reveal() {
      const top = at * ROW;
      // With a neighbour on either side in sight, so that one sees what comes.
      const low = home.scrollTop + ROW, high = home.scrollTop + home.clientHeight - 2 * ROW;
      if (top < low) home.scrollTop = Math.max(0, top - ROW);
      else if (top > high) home.scrollTop = top + 2 * ROW - home.clientHeight;
    },
    select(number) {
      if (!filter.shown.length) return;
      const next = Math.max(0, Math.min(number, filter.shown.length - 1));
      if (next !== at) {
        const old = at;
        at = next;
        for (const touched of [old, at]) {
          if (rows.has(touched)) rows.get(touched).remove();
          rows.delete(touched);
        }
      }
      this.reveal();
      draw();
      selected();
    },
    page() { return Math.max(1, Math.floor(home.clientHeight / ROW) - 1); },
    /** The next item that nobody has decided, from the current one on and round. */
    nextOpen() {
      const count = filter.shown.length;
      for (let step = 1; step <= count; step++) {
        const number = (at + step) % count;
        if (filter.shown[number].state === 'undecided') return this.select(number);
      }
      return undefined;
    },
  };
})();

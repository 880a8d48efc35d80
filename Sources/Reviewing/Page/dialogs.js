// What opens above the page: help and keys, the name, export, what was loaded.
const dialogs = (() => {
  const dialog = document.getElementById('dialog');

  function open(title, ...children) {
    const close = el('button', { type: 'button', 'data-close': '', onclick: () => dialog.close() }, t('close'));
    dialog.replaceChildren(el('h2', { id: 'dialog-title' }, title), ...children.filter(Boolean), el('div.dialog-end', {}, close));
    if (!dialog.open) dialog.showModal();
  }

  function keyRow(name) {
    const button = el('button.key', { type: 'button', 'data-key': name }, settings.keys[name]);
    button.addEventListener('click', () => {
      button.textContent = t('press');
      const take = event => {
        event.preventDefault();
        event.stopPropagation();
        if (event.isComposing || event.keyCode === 229 || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
        button.removeEventListener('keydown', take);
        const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
        const other = Object.keys(settings.keys).find(other => other !== name && settings.keys[other] === key);
        if (other) {
          document.getElementById('key-problem').textContent = t('taken', key, t('key-' + other));
        } else if (key !== 'Escape' && key !== 'Tab') {
          settings.keys[name] = key;
          store.set('keys', settings.keys);
          document.getElementById('key-problem').textContent = '';
          detail.render(queue.current);
        }
        button.textContent = settings.keys[name];
      };
      button.addEventListener('keydown', take);
      button.focus();
    });
    return el('div.key-row', {}, el('span', {}, t('key-' + name)), button);
  }

  /** What can be taken along as a file, or over the clipboard. */
  function offer(name, type, text, remark, isEmpty) {
    const area = el('textarea', { readonly: true, rows: 4, 'aria-label': name, spellcheck: 'false' });
    area.value = text.length > 20000 ? text.slice(0, 20000) + '…' : text;
    const state = el('span', { role: 'status' });
    const download = el('button.primary', {
      type: 'button', 'data-download': name, onclick: () => {
        const address = URL.createObjectURL(new Blob([text], { type }));
        const link = el('a', { href: address, download: name });
        document.body.append(link);
        link.click();
        link.remove();
        setTimeout(() => URL.revokeObjectURL(address), 10000);
      },
    }, t('download'));
    const copy = el('button', {
      type: 'button', 'data-copy': name, onclick: async () => {
        try {
          await navigator.clipboard.writeText(text);
          state.textContent = t('copied');
        } catch {
          area.value = text;
          area.select();
          state.textContent = document.execCommand('copy') ? t('copied') : t('copyFailed');
        }
      },
    }, t('copy'));
    download.disabled = copy.disabled = isEmpty;
    return el('section.offer', {}, el('h3', {}, name), el('p', {}, remark), el('div.offer-buttons', {}, download, copy, state), area);
  }

  return {
    help() {
      const reset = el('button', {
        type: 'button', onclick: () => {
          settings.keys = Object.assign({}, DEFAULT_KEYS);
          store.set('keys', settings.keys);
          detail.render(queue.current);
          this.help();
        },
      }, t('reset'));
      open(t('keysTitle'), el('p', {}, t('helpText')), el('p', {}, t('keysText')),
        el('div.key-rows', {}, ...Object.keys(DEFAULT_KEYS).map(keyRow)), el('p', { role: 'alert', id: 'key-problem' }), reset);
    },
    /** Asks for the name, then goes on. */
    name(next) {
      const field = el('input', { id: 'name-field', type: 'text', autocomplete: 'name' });
      field.value = settings.by || '';
      const form = el('form', { method: 'dialog' }, el('label', { for: 'name-field' }, t('askName')), field,
        el('button.primary', { id: 'name-save' }, t('save')), el('p.remark', {}, t('askNameWhy')));
      form.addEventListener('submit', event => {
        event.preventDefault();
        settings.by = field.value.trim();
        store.set('by', settings.by);
        dialog.close();
        renderBar();
        if (next) next();
        document.getElementById('queue').focus();
      });
      open(t('askName'), form);
      field.focus();
    },
    export() {
      const decisions = decisionsText(), remarks = remarksText(), crosswalk = crosswalkText(), { stale, other } = unmet();
      const parts = [];
      parts.push(offer('decisions.jsonl', 'application/jsonl', decisions.text, decisions.count
        ? t('exportText', decisions.count, decisions.counts.place, decisions.counts.text, decisions.counts.rule) : t('exportNone'), !decisions.count));
      if (batch.matches.length) parts.push(offer('crosswalk.csv', 'text/csv', crosswalk.text, t('exportMatches', crosswalk.count), !crosswalk.count));
      if (remarks.count) parts.push(offer('remarks.jsonl', 'application/jsonl', remarks.text, t('exportRemarks', remarks.count), false));
      if (stale.length) parts.push(this.staleList(stale));
      if (other.length) parts.push(el('p.remark', {}, t('otherText', other.length)));
      open(t('export'), ...parts);
    },
    staleList(stale) {
      return el('section', { id: 'stale' }, el('h3', {}, t('staleTitle')), el('p', {}, t('staleText', stale.length)),
        el('ul', {}, ...stale.slice(0, 200).map(entry => quote('li', t('staleLine', entry.key, cut(entry.filed || entry.before || '', 60))))));
    },
    problems(name, problems) {
      open(t('refused'), quote('p', name), el('ul', { id: 'problems' }, ...problems.slice(0, 50).map(([line, text]) => quote('li', t('lineProblem', line, text)))),
        problems.length > 50 ? el('p', {}, t('moreProblems', problems.length - 50)) : null);
    },
    loaded(count, stale, other) {
      open(t('load'), el('p', { id: 'loaded' }, t('loaded', count)), stale.length ? this.staleList(stale) : null,
        other.length ? el('p.remark', {}, t('otherText', other.length)) : null);
    },
    stale() {
      open(t('staleTitle'), this.staleList(unmet().stale));
    },
  };
})();

// The card of the item that is looked at: what would change, where, why, and the buttons that decide.
const detail = (() => {
  const home = document.getElementById('detail');
  let scope = 'place';
  let isEditing = false;
  /** How much of a text is shown before somebody asks for it. */
  const LONG = 600;

  function section(name, ...children) {
    return el('section', {}, el('h3', {}, t(name)), ...children);
  }

  function heading(item) {
    const tags = el('p.tags', {}, el('span.tag.' + item.kind, {}, t(item.kind)));
    if (item.certainty) tags.append(el('span.tag.' + item.certainty, {}, t(item.certainty)));
    if (item.severity) tags.append(el('span.tag.' + item.severity, {}, t(item.severity)));
    tags.append(quote('code', item.rule));
    const where = el('p.where', {}, quote('span', say(item.place)), el('br'), quote('span.file', batch.files[item.file]));
    if (item.line) where.append(' · ' + t('lineColumn', item.line, item.column));
    if (item.filing !== undefined) where.append(' · ', quote('span', batch.filings[item.filing].id));
    return el('header', {}, tags, quote('h2', ruleName(item.rule)), where);
  }

  /** Before and after one below the other, as reviewers of programs see them. */
  function change(item) {
    const after = item.state === 'edit' && item.entry.after !== undefined ? item.entry.after : item.after;
    const before = cut(item.before, LONG), next = cut(after, LONG);
    const part = difference(before, next);
    const line = (name, sign, changed, label) => {
      const text = el('div.text', { dir: 'auto' });
      show(text, item.lead + part.head);
      const mark = marked(name, changed);
      if (mark) text.append(mark);
      show(text, part.tail + item.trail);
      return el('div.change.' + name + '-line', {}, el('span.gutter', { 'aria-hidden': 'true' }, sign), el('span.label', {}, label), text);
    };
    const isCut = before !== item.before || next !== after;
    return el('div.changes', {}, line('del', '−', part.before, t('before')), line('ins', '＋', part.after, t(item.state === 'edit' ? 'edited' : 'after')),
      isCut ? el('p.remark', {}, t('cut')) : null);
  }

  /** The row or paragraph with those beside it, and the place marked. */
  function source(item) {
    const around = item.around;
    if (!around) return null;
    const cell = (row, column, number) => {
      if (row !== around.row || column !== around.cell) return show(el('span', { dir: 'auto' }), texts[number]);
      const text = el('span', { dir: 'auto' });
      show(text, around.lead);
      text.append(around.marked ? quote('mark', around.marked, !around.marked.trim()) : el('mark.caret', { title: t('inserted') }, '‸'));
      return show(text, around.trail);
    };
    const body = around.rows.map((row, number) => el('tr' + (number === around.row ? '.own' : ''), {},
      el('th', { scope: 'row' }, String(number === around.row && item.line ? item.line : row.line)),
      ...row.cells.map((text, column) => el('td' + (number === around.row && column === around.cell ? '.own' : ''), {}, cell(number, column, text)))));
    return section('source', el('div.scroll', { tabindex: '0', role: 'region', 'aria-label': t('source') },
      el('table.' + (around.table ? 'cells' : 'lines'), {}, el('tbody', {}, ...body))));
  }

  function whole(item) {
    if (item.filed === undefined) return null;
    const text = texts[item.filed];
    if (text.length <= Math.min(LONG, item.lead.length + item.before.length + item.trail.length)) return null;
    const details = el('details', {}, el('summary', {}, t('whole', text.length)));
    // Made only when it is wanted: it may be a megabyte.
    details.addEventListener('toggle', () => {
      if (details.open && details.children.length === 1) details.append(quote('div.whole', text));
    });
    return details;
  }

  function evidence(item) {
    if (!item.evidence || !item.evidence.length) return null;
    return section('evidence', el('ul', {}, ...item.evidence.map(pair => quote('li', say(pair)))));
  }

  function why(item) {
    const rule = batch.rules[item.rule];
    return rule ? section('why', quote('p.why', say(rule.why))) : null;
  }

  function match(item) {
    const side = (name, year, code, text) => el('div.side', {}, el('span.label', {}, t(name) + ' ' + year), quote('strong', text), quote('code', code));
    return [
      el('header', {}, el('p.tags', {}, el('span.tag', {}, t('proposed', t(item.relation))),
        item.ambiguous ? el('span.tag.possible', {}, t('ambiguous')) : null)),
      el('div.sides', {}, side('oldProject', item.oldYear, item.oldCode, item.oldName), el('span.arrow', { 'aria-hidden': 'true' }, '→'),
        side('newProject', item.newYear, item.newCode, item.newName)),
      el('p.where', {}, t('score', item.score) + ' · ' + t('margin', item.margin)),
      evidence(item),
    ];
  }

  function verdict(item) {
    const entry = item.entry;
    if (!entry) return null;
    const words = { accept: 'accepted', reject: 'rejected', edit: 'edited', unsure: 'doubted' };
    const findings = { accept: 'confirmed', reject: 'dismissed', unsure: 'doubted' };
    let text = item.kind === 'match' && entry.decision !== 'unsure' ? t(relationOf(item, entry)) : t((item.kind === 'finding' ? findings : words)[entry.decision]);
    if (entry.scope === 'text') text += ' · ' + t('text', reach(item).text);
    if (entry.scope === 'rule') text += ' · ' + t('ruleScope', reach(item).rule);
    for (const part of [entry.by, entry.at, entry.note]) if (part) text += ' · ' + part;
    return quote('p.verdict.' + entry.decision, text);
  }

  function reach(item) {
    return {
      text: (index.text.get(item.textSlot) || []).length,
      rule: (index.rule.get(['rule', item.rule, item.decided].join(SEPARATOR)) || []).length,
    };
  }

  function scopes(item) {
    if (!item.change) return null;
    const counts = reach(item);
    const names = { place: t('place'), text: t('text', counts.text), rule: t('ruleScope', counts.rule) };
    return el('div.scopes', { role: 'radiogroup', 'aria-label': t('scope') }, ...SCOPES.map(name => {
      const input = el('input', { type: 'radio', name: 'scope', value: name, onchange: () => detail.setScope(name) });
      input.checked = name === scope;
      input.disabled = isEditing && name === 'rule';
      return el('label', {}, input, names[name], el('kbd', { 'aria-hidden': 'true' }, settings.keys[name]));
    }));
  }

  function editor(item) {
    const save = () => act('edit', { text: field.value });
    const field = item.kind === 'match'
      ? el('select', { id: 'edit-field' }, ...RELATIONS.map(name => el('option', { value: name }, t(name))))
      : el('textarea', { id: 'edit-field', rows: 2, dir: 'auto', spellcheck: 'false' });
    field.value = item.kind === 'match' ? (item.entry && item.entry.relation) || item.relation
      : item.state === 'edit' && item.entry.after !== undefined ? item.entry.after : item.after;
    field.addEventListener('keydown', event => {
      // Enter ends a composition before it ends the edit.
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === 'Enter' && !event.shiftKey) {
        event.preventDefault();
        save();
      } else if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        detail.endEdit();
      }
    });
    return el('div.editor', {}, el('label', { for: 'edit-field' }, t(item.kind === 'match' ? 'relation' : 'editLabel')), field,
      el('button.primary', { type: 'button', id: 'edit-save', onclick: save }, t('save')), el('button', { type: 'button', onclick: () => detail.endEdit() }, t('cancel')));
  }

  function buttons(item) {
    const names = item.kind === 'finding'
      ? { accept: 'acceptFinding', reject: 'rejectFinding', unsure: 'unsure' }
      : item.kind === 'match' ? { accept: 'acceptMatch', reject: 'rejectMatch', edit: 'editMatch', unsure: 'unsure' }
        : { accept: 'accept', reject: 'reject', edit: 'edit', unsure: 'unsure' };
    const button = (name, label, action) => el('button.' + name, {
      type: 'button', id: 'do-' + name, 'aria-keyshortcuts': settings.keys[name], 'aria-pressed': name === 'clear' ? null : String(item.state === name), onclick: action,
    }, t(label), el('kbd', { 'aria-hidden': 'true' }, settings.keys[name]));
    return el('div.buttons', {}, ...Object.keys(names).map(name => button(name, names[name], () => name === 'edit' ? detail.edit() : act(name))),
      item.entry ? button('clear', 'clear', () => act('clear')) : null);
  }

  function actions(item) {
    const note = el('input', { id: 'note', type: 'text', autocomplete: 'off', 'aria-label': t('remark'), placeholder: t('remark') });
    note.value = (item.entry && item.entry.note) || '';
    return el('footer.actions', {}, verdict(item), scopes(item), isEditing ? editor(item) : buttons(item), note);
  }

  return {
    get scope() { return scope; },
    get note() {
      const field = document.getElementById('note');
      return field ? field.value.trim() : '';
    },
    get isEditing() { return isEditing; },
    /** Shows an item; what was chosen for another is forgotten, so that a wide scope is never chosen by accident. */
    show(item) {
      scope = 'place';
      isEditing = false;
      this.render(item);
      home.scrollTop = 0;
      const body = home.querySelector('.card');
      if (body) body.scrollTop = 0;
    },
    render(item) {
      home.replaceChildren();
      if (!item) {
        home.append(el('p.empty', {}, t('choose')));
        return;
      }
      const card = el('div.card', { tabindex: '0', role: 'region', 'aria-label': t('detail') });
      const children = item.kind === 'match' ? match(item) : [
        heading(item), item.message ? quote('p.message', say(item.message)) : null, item.change ? change(item) : null, source(item),
        evidence(item), whole(item), why(item)];
      for (const child of children) if (child) card.append(child);
      home.append(card, actions(item));
    },
    setScope(name) {
      scope = name;
      for (const input of home.querySelectorAll('input[name=scope]')) input.checked = input.value === name;
    },
    edit() {
      const item = queue.current;
      if (!item || item.kind === 'finding') return;
      if (scope === 'rule') {
        warn(t('noRuleEdit'));
        return;
      }
      isEditing = true;
      this.render(item);
      const field = document.getElementById('edit-field');
      field.focus();
      if (field.select) field.select();
    },
    endEdit() {
      isEditing = false;
      this.render(queue.current);
      document.getElementById('queue').focus();
    },
  };
})();

// What is printed: everything that the filter shows, as a table with room for the reviewer's name.
const paper = (() => {
  const home = document.getElementById('paper');

  function row(item, number) {
    const cells = [el('td', {}, String(number + 1))];
    if (item.kind === 'match') {
      cells.push(quote('td', item.years), quote('td', item.oldCode + ' ' + item.oldName), quote('td', item.newCode + ' ' + item.newName),
        quote('td', t(item.relation) + ' ' + t('score', item.score)));
    } else {
      const where = quote('td', batch.files[item.file] + (item.line ? ' · ' + t('lineNumber', item.line) : ''));
      where.append(el('br'), quote('span', say(item.place)));
      const filed = el('td', { dir: 'auto' }), proposed = el('td', { dir: 'auto' });
      if (item.change) {
        const part = difference(cut(item.before, 200), cut(item.entry && item.state === 'edit' ? item.entry.after : item.after, 200));
        for (const [cell, name, text] of [[filed, 'del', part.before], [proposed, 'ins', part.after]]) {
          show(cell, item.lead + part.head);
          const mark = marked(name, text);
          if (mark) cell.append(mark);
          show(cell, part.tail + item.trail);
        }
      } else if (item.around) {
        show(filed, cut(item.around.marked, 200));
      }
      cells.push(where, filed, proposed, quote('td', item.change ? ruleName(item.rule) : say(item.message)));
    }
    cells.push(el('td', {}, item.entry ? t(item.state) : ''), quote('td', (item.entry && item.entry.by) || ''));
    return el('tr', {}, ...cells);
  }

  window.addEventListener('beforeprint', () => {
    const isMatches = filter.tab === 'matches';
    const heads = isMatches ? ['number', 'years', 'oldProject', 'newProject', 'relation', 'state', 'reviewer']
      : ['number', 'where', 'before', 'proposal', 'reason', 'state', 'reviewer'];
    home.replaceChildren(el('h1', {}, t('paperTitle')), el('p', {}, t('shown', filter.shown.length)), el('table', {},
      el('thead', {}, el('tr', {}, ...heads.map(name => el('th', { scope: 'col' }, t(name))))), el('tbody', {}, ...filter.shown.map(row))));
  });
  window.addEventListener('afterprint', () => home.replaceChildren());
})();

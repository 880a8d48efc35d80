// Single keys. They rest while an input method composes and while somebody writes, and each can be changed.
const DEFAULT_KEYS = {
  accept: 'a', reject: 'r', edit: 'e', unsure: 'u', clear: 'x', next: 'j', previous: 'k', open: 'n',
  place: '1', text: '2', rule: '3', undo: 'z', redo: 'y', search: '/', help: '?',
};
const settings = {
  keys: Object.assign({}, DEFAULT_KEYS, store.get('keys')),
  by: store.get('by'),
  theme: store.get('theme') || 'auto',
};

/** True if the key belongs to what somebody is writing. */
function isWriting(event) {
  if (event.isComposing || event.keyCode === 229 || event.key === 'Process') return true;
  const target = event.target;
  if (!target || !target.closest) return false;
  if (target.isContentEditable || target.closest('textarea, select')) return true;
  const input = target.closest('input');
  return Boolean(input) && !['checkbox', 'radio', 'button', 'file'].includes(input.type);
}

document.addEventListener('keydown', event => {
  if (isWriting(event)) {
    if (event.key === 'Escape' && !event.isComposing && event.target.id === 'search') document.getElementById('queue').focus();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  const isInList = event.target === document.body || event.target.id === 'queue';
  const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: queue.page(), PageUp: -queue.page(), Home: -Infinity, End: Infinity };
  if (isInList && event.key in moves) {
    event.preventDefault();
    queue.select(queue.position + moves[event.key]);
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const name = Object.keys(settings.keys).find(name => settings.keys[name] === key);
  if (!name) return;
  event.preventDefault();
  const actions = {
    edit: () => detail.edit(),
    next: () => queue.select(queue.position + 1),
    previous: () => queue.select(queue.position - 1),
    open: () => queue.nextOpen(),
    undo: () => takeBack(undo(), 'undone'),
    redo: () => takeBack(redo(), 'redone'),
    search: () => document.getElementById('search').focus(),
    help: () => dialogs.help(),
    place: () => detail.setScope('place'),
    text: () => detail.setScope('text'),
    rule: () => detail.setScope('rule'),
  };
  (actions[name] || (() => act(name)))();
});

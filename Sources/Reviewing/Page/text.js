// Elements and texts. Nothing is ever parsed as HTML: whatever a filing holds becomes a text node.

/** Makes an element: `el('p.note', {title: 'x'}, 'text', child)`. */
function el(name, attributes, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag || 'div');
  if (classes.length) element.className = classes.join(' ');
  for (const key of Object.keys(attributes || {})) {
    const value = attributes[key];
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children) if (child !== null && child !== undefined) element.append(child);
  return element;
}

// Controls, format characters (among them those that turn the direction of writing), separators, and what has no
// meaning of its own; spaces that look like others; characters that are not shown at all.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u115f\u1160\u3164\uffa0\ufe00-\ufe0f\u034f]/u;
const SIGNS = { '\n': '↵', '\t': '→', '\u3000': '□', ' ': '␣', '\u00a0': '⍽' };

/** Appends a text, with marks for what cannot be seen; `spaces` marks plain spaces, too. */
function show(parent, text, spaces) {
  let plain = '';
  const flush = () => {
    if (plain) parent.append(plain);
    plain = '';
  };
  for (const character of text) {
    const isSpace = spaces && character === ' ';
    if (!isSpace && (character >= '!' && character <= '~' || !HIDDEN.test(character))) {
      plain += character;
      continue;
    }
    flush();
    const code = 'U+' + character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
    parent.append(el('span.hidden-character', { title: code }, SIGNS[character] || code));
  }
  flush();
  return parent;
}

/** An element that holds a filing's text: its direction does not reach beyond it. */
function quote(name, text, spaces) {
  return show(el(name, { dir: 'auto' }), text, spaces);
}

/** The part that differs: both texts begin with `head` and end with `tail`. */
function difference(before, after) {
  const a = Array.from(before), b = Array.from(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const part = (list, from, to) => list.slice(from, to).join('');
  return {
    head: part(a, 0, head), before: part(a, head, a.length - tail),
    after: part(b, head, b.length - tail), tail: part(a, a.length - tail),
  };
}

/** Text that is taken out or put in: with a sign as well as a colour, and said to those who don't see either. */
function marked(name, text) {
  if (!text) return null;
  const isGone = name === 'del';
  return show(
    el(name, { dir: 'auto' }, el('span.sr', {}, t(isGone ? 'deleted' : 'inserted') + ' '),
      el('span.sign', { 'aria-hidden': 'true' }, isGone ? '−' : '＋')), text, true);
}

/** Appends the change inside its text, in one line. */
function inline(parent, item, after, room) {
  const part = difference(cut(item.before, 60), cut(after, 60));
  const lead = Array.from(item.lead);
  const start = lead.length > room ? '…' + lead.slice(-room).join('') : item.lead;
  show(parent, start + part.head);
  for (const mark of [marked('del', part.before), marked('ins', part.after)]) if (mark) parent.append(mark);
  show(parent, part.tail + item.trail);
  return parent;
}

/** The beginning of a text that is too long for where it stands. */
function cut(text, room) {
  if (text.length <= room) return text;
  const characters = Array.from(text.slice(0, room * 2 + 2));
  return characters.length <= room && text.length <= room * 2 ? text : characters.slice(0, room).join('') + '…';
}

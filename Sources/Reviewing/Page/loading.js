// Reading decisions back. A file is taken as a whole or not at all, and every line that is wrong is named.

/** The entries of a `decisions.jsonl` or `remarks.jsonl`, or the problems by line. */
function readDecisions(text) {
  const entries = [], problems = [];
  const seen = new Map();
  text.replace(/^\ufeff/, '').split('\n').forEach((line, number) => {
    if (!line.trim()) return;
    const found = readLine(line);
    if (typeof found === 'string') {
      problems.push([number + 1, found]);
      return;
    }
    const slot = slotOf(found);
    const subject = found.scope === 'text' ? ['text', found.rule, found.before].join(SEPARATOR) : slot;
    const said = JSON.stringify([found.decision, found.decision === 'edit' ? found.after : null]);
    const earlier = seen.get(slot) || (found.decision === 'edit' || seen.get(subject + '!') ? seen.get(subject + '?') : undefined);
    if (earlier && earlier.said !== said) problems.push([number + 1, t('contradicts', earlier.line)]);
    const mark = { said, line: number + 1 };
    seen.set(slot, mark);
    if (found.scope === 'text') {
      seen.set(subject + '?', mark);
      if (found.decision === 'edit') seen.set(subject + '!', mark);
    }
    entries.push(found);
  });
  if (!problems.length && !entries.length) problems.push([1, t('emptyFile')]);
  if (!problems.length && !entries.some(entry => concerned(slotOf(entry)).length)) problems.push([1, t('foreign')]);
  return { entries, problems };
}

/** One line's entry, or what is wrong with it. */
function readLine(line) {
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    return t('notJSON');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return t('notObject');
  if ('finding' in value) return readRemark(value);
  const entry = {};
  for (const key of Object.keys(value)) {
    if (CONTEXT.includes(key)) continue;
    if (!KEYS.includes(key)) return t('unknownKey', key);
    if (value[key] === null) continue;
    if (typeof value[key] !== 'string') return t('notString', key);
    entry[key] = value[key];
  }
  if (!CHOICES.includes(entry.decision)) return t('badChoice', 'decision', CHOICES.join(', '));
  if (!SCOPES.includes(entry.scope)) return t('badChoice', 'scope', SCOPES.join(', '));
  if (entry.decision === 'edit' && entry.scope === 'rule') return t('noRuleEdit');
  const needed = { place: ['key', 'filed'], text: ['rule', 'before', 'after'], rule: ['rule', 'department'] }[entry.scope];
  for (const key of entry.decision === 'edit' ? needed.concat('after') : needed) {
    if (entry[key] === undefined) return t('missing', entry.scope, key);
  }
  return entry;
}

function readRemark(value) {
  const entry = { scope: 'finding', key: value.finding };
  for (const key of ['at', 'by', 'decision', 'file', 'finding', 'note', 'path', 'rule']) {
    if (key in value && typeof value[key] !== 'string') return t('notString', key);
    if (key in value && key !== 'finding') entry[key] = value[key];
  }
  for (const key of Object.keys(value)) if (!['at', 'by', 'decision', 'file', 'finding', 'note', 'path', 'rule'].includes(key)) return t('unknownKey', key);
  if (!['accept', 'reject', 'unsure'].includes(entry.decision)) return t('badChoice', 'decision', 'accept, reject, unsure');
  return index.finding.has(entry.key) ? entry : t('foreignFinding');
}

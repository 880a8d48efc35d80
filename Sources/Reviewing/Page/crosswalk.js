// The crosswalk: which project of one year is which of another, as people confirmed it.
const HEADER = ['年度甲', '编码甲', '名称甲', '年度乙', '编码乙', '名称乙', '关系', '确认人', '说明'];

/** The relation that a decision means for a match. */
function relationOf(match, entry) {
  if (entry.decision === 'edit') return entry.relation;
  return entry.decision === 'reject' ? '无关' : match.relation;
}

/** `crosswalk.csv` by RFC 4180: UTF-8 with a byte order mark, which Excel wants; CRLF. What is unsure is left out. */
function crosswalkText() {
  const rows = [HEADER];
  for (const entry of ordered()) {
    if (entry.scope !== 'match' || entry.decision === 'unsure') continue;
    const match = (index.match.get(entry.key) || [])[0];
    const relation = match ? relationOf(match, entry) : entry.relation;
    rows.push([...entry.key.split(SEPARATOR), relation, entry.by || '', entry.note || '']);
  }
  const field = text => /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  return { text: '\ufeff' + rows.map(row => row.map(field).join(',') + '\r\n').join(''), count: rows.length - 1 };
}

/** The entries of a `crosswalk.csv`, or the problems by line. */
function readCrosswalk(text) {
  const entries = [], problems = [];
  const rows = parseCSV(text.replace(/^\ufeff/, ''));
  if (!rows) return { entries, problems: [[1, t('badQuote')]] };
  const [header, ...rest] = rows;
  if (!header || header.fields.join() !== HEADER.join()) {
    return { entries, problems: [[1, t('badHeader', HEADER.join('，'))]] };
  }
  const seen = new Map();
  for (const { fields, line } of rest) {
    if (fields.length === 1 && !fields[0]) continue;
    if (fields.length !== 9) {
      problems.push([line, t('badColumns', fields.length)]);
      continue;
    }
    const [relation, by, note] = fields.slice(6);
    if (!RELATIONS.includes(relation)) {
      problems.push([line, t('badRelation', RELATIONS.join('、'))]);
      continue;
    }
    const key = fields.slice(0, 6).join(SEPARATOR);
    const earlier = seen.get(key);
    if (earlier && earlier.relation !== relation) problems.push([line, t('contradicts', earlier.line)]);
    seen.set(key, { relation, line });
    const match = (index.match.get(key) || [])[0];
    const decision = match && match.relation === relation ? 'accept' : relation === '无关' ? 'reject' : 'edit';
    entries.push({ scope: 'match', key, decision, relation, by: by || undefined, note: note || undefined });
  }
  if (!problems.length && !entries.length) problems.push([1, t('emptyFile')]);
  if (!problems.length && !entries.some(entry => index.match.has(entry.key))) problems.push([1, t('foreign')]);
  return { entries, problems };
}

/** Rows of fields with the line that each begins on; undefined if a quotation is not closed. */
function parseCSV(text) {
  const rows = [];
  let fields = [], field = '', quoted = false, line = 1, start = 1;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') line++;
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') field += text[++at];
      else quoted = false;
    } else if (character === '"' && !field) quoted = true;
    else if (character === ',') {
      fields.push(field);
      field = '';
    } else if (character === '\n') {
      fields.push(field.replace(/\r$/, ''));
      rows.push({ fields, line: start });
      [fields, field, start] = [[], '', line];
    } else field += character;
  }
  if (quoted) return undefined;
  if (field || fields.length) rows.push({ fields: [...fields, field.replace(/\r$/, '')], line: start });
  return rows;
}

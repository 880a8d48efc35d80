// What survives closing the page: in the browser's local storage, where that is allowed.
const store = (() => {
  const prefix = 'jixiao.review.';
  let works = false;
  try {
    localStorage.setItem(prefix + 'test', '1');
    works = localStorage.getItem(prefix + 'test') === '1';
    localStorage.removeItem(prefix + 'test');
  } catch {
    works = false;
  }
  return {
    works,
    get(name) {
      try {
        return JSON.parse(localStorage.getItem(prefix + name));
      } catch {
        return null;
      }
    },
    /** False if it could not be kept. */
    set(name, value) {
      try {
        localStorage.setItem(prefix + name, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
  };
})();

/** A short name for a text, to see whether it is still the same (FNV-1a over its code units, twice 32 bits). */
function fingerprint(text) {
  let a = 0x811c9dc5, b = 0x9747b28c;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit ^ (a >>> 15), 0x5bd1e995);
  }
  return (a >>> 0).toString(36) + '.' + (b >>> 0).toString(36) + '.' + text.length.toString(36);
}

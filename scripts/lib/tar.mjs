// Reads a tar archive (ustar, with GNU's long names): its files and symbolic links.

const block = 512;

/** Entries in order: { kind: 'file', name, mode, content } or { kind: 'link', name, target }. */
export function readTar(archive) {
  const entries = [];
  let longName = null;
  for (let at = 0; at + block <= archive.length && archive[at] !== 0;) {
    const header = archive.subarray(at, at + block);
    const size = number(header, 124, 12);
    const content = archive.subarray(at + block, at + block + size);
    const name = longName ?? [text(header, 345, 155), text(header, 0, 100)].filter((part) => part !== '').join('/');
    longName = null;
    switch (String.fromCharCode(header[156] || 48)) {
      case '0':
        entries.push({ kind: 'file', name, mode: number(header, 100, 8), content });
        break;
      case '2':
        entries.push({ kind: 'link', name, target: text(header, 157, 100) });
        break;
      case 'L':
        longName = text(content, 0, size);
        break;
    }
    at += block + Math.ceil(size / block) * block;
  }
  return entries;
}

function text(bytes, start, length) {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? length : end).toString('utf8');
}

const number = (bytes, start, length) => parseInt(text(bytes, start, length).trim() || '0', 8);

/** The little of the SFNT container (TrueType and OpenType) that making the font subsets needs. */

/** @returns {Map<string, Buffer>} tables by tag */
export function readSfnt(font) {
  const tables = new Map();
  for (let i = 0, at = 12; i < font.readUInt16BE(4); i++, at += 16) {
    const start = font.readUInt32BE(at + 8);
    tables.set(font.toString("latin1", at, at + 4), font.subarray(start, start + font.readUInt32BE(at + 12)));
  }
  return tables;
}

/** A font of these tables, checksums included. The signature of the table "head" says TrueType or CFF by what is there. */
export function writeSfnt(tables) {
  const tags = [...tables.keys()].sort((a, b) => (a < b ? -1 : 1));
  const header = Buffer.alloc(12 + 16 * tags.length);
  const power = Math.floor(Math.log2(tags.length));
  header.writeUInt32BE(tables.has("CFF ") ? 0x4f54544f : 0x00010000, 0);
  header.writeUInt16BE(tags.length, 4);
  header.writeUInt16BE(16 * 2 ** power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(16 * (tags.length - 2 ** power), 10);
  const parts = [header];
  let offset = header.length;
  for (const [i, tag] of tags.entries()) {
    const table = Buffer.from(tables.get(tag));
    if (tag === "head") table.writeUInt32BE(0, 8);
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    const at = 12 + 16 * i;
    header.write(tag, at, "latin1");
    header.writeUInt32BE(checksum(padded), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    parts.push(padded);
    offset += padded.length;
  }
  const font = Buffer.concat(parts);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, font.readUInt32BE(12 + 16 * tags.indexOf("head") + 8) + 8);
  return font;
}

function checksum(buffer) {
  let sum = 0;
  for (let i = 0; i < buffer.length; i += 4) sum = (sum + buffer.readUInt32BE(i)) >>> 0;
  return sum;
}

/** Glyph of each character, from the cmap's subtable for Windows (format 12 or 4). @returns {Map<number, number>} */
export function readCmap(cmap) {
  const subtables = new Map();
  for (let i = 0, at = 4; i < cmap.readUInt16BE(2); i++, at += 8) {
    const start = cmap.readUInt32BE(at + 4);
    subtables.set(cmap.readUInt16BE(start), cmap.subarray(start));
  }
  const glyphs = new Map();
  const full = subtables.get(12);
  if (full) {
    for (let i = 0, at = 16; i < full.readUInt32BE(12); i++, at += 12) {
      const [first, last, glyph] = [0, 4, 8].map((field) => full.readUInt32BE(at + field));
      for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first);
    }
    return glyphs;
  }
  const basic = subtables.get(4);
  const size = basic.readUInt16BE(6);
  for (let at = 14; at < 14 + size; at += 2) {
    const [last, first] = [basic.readUInt16BE(at), basic.readUInt16BE(at + size + 2)];
    const [delta, range] = [basic.readUInt16BE(at + 2 * size + 2), basic.readUInt16BE(at + 3 * size + 2)];
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const listed = range && basic.readUInt16BE(at + 3 * size + 2 + range + 2 * (code - first));
      const glyph = range ? listed && (listed + delta) & 0xffff : (code + delta) & 0xffff;
      if (glyph) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

/** A cmap of one format 12 subtable for Windows. */
export function writeCmap(glyphs) {
  const groups = [];
  for (const [code, glyph] of [...glyphs].sort(([a], [b]) => a - b)) {
    const group = groups.at(-1);
    if (group && code === group.last + 1 && glyph === group.glyph + code - group.first) group.last = code;
    else groups.push({ first: code, last: code, glyph });
  }
  const cmap = Buffer.alloc(12 + 16 + 12 * groups.length);
  cmap.writeUInt16BE(1, 2);
  cmap.writeUInt16BE(3, 4);
  cmap.writeUInt16BE(10, 6);
  cmap.writeUInt32BE(12, 8);
  cmap.writeUInt16BE(12, 12);
  cmap.writeUInt32BE(cmap.length - 12, 16);
  cmap.writeUInt32BE(groups.length, 24);
  for (const [i, { first, last, glyph }] of groups.entries()) {
    for (const [field, value] of [first, last, glyph].entries()) cmap.writeUInt32BE(value, 28 + 12 * i + 4 * field);
  }
  return cmap;
}

/** What a feature of single substitutions, such as "tnum", puts for each glyph. @returns {Map<number, number>} */
export function readSubstitutions(gsub, feature) {
  const features = gsub.subarray(gsub.readUInt16BE(6));
  const lookups = gsub.subarray(gsub.readUInt16BE(8));
  const result = new Map();
  for (let i = 0, at = 2; i < features.readUInt16BE(0); i++, at += 6) {
    if (features.toString("latin1", at, at + 4) !== feature) continue;
    const table = features.subarray(features.readUInt16BE(at + 4));
    for (const index of list(table, 2)) {
      const lookup = lookups.subarray(lookups.readUInt16BE(2 + 2 * index));
      const type = lookup.readUInt16BE(0);
      for (const offset of list(lookup, 4)) {
        let subtable = lookup.subarray(offset);
        const isExtension = type === 7;
        const kind = isExtension ? subtable.readUInt16BE(2) : type;
        if (kind !== 1) continue;
        if (isExtension) subtable = subtable.subarray(subtable.readUInt32BE(4));
        for (const [from, to] of singleSubstitution(subtable)) result.set(from, to);
      }
    }
  }
  return result;
}

function singleSubstitution(table) {
  const covered = coverage(table.subarray(table.readUInt16BE(2)));
  if (table.readUInt16BE(0) === 2) return covered.map((glyph, i) => [glyph, table.readUInt16BE(6 + 2 * i)]);
  return covered.map((glyph) => [glyph, (glyph + table.readInt16BE(4)) & 0xffff]);
}

function coverage(table) {
  if (table.readUInt16BE(0) === 1) return list(table, 2);
  const glyphs = [];
  for (let i = 0, at = 4; i < table.readUInt16BE(2); i++, at += 6) {
    for (let glyph = table.readUInt16BE(at); glyph <= table.readUInt16BE(at + 2); glyph++) glyphs.push(glyph);
  }
  return glyphs;
}

/** A count, then as many numbers of 16 bits. */
function list(table, at) {
  return Array.from({ length: table.readUInt16BE(at) }, (_, i) => table.readUInt16BE(at + 2 + 2 * i));
}

/** Advance widths, font units, by glyph. */
export function readAdvances(tables) {
  const metrics = tables.get("hmtx");
  const last = tables.get("hhea").readUInt16BE(34) - 1;
  return (glyph) => metrics.readUInt16BE(4 * Math.min(glyph, last));
}

/** A name table for Windows in English. @param {ReadonlyMap<number, string>} names text by name id */
export function writeNames(names) {
  const texts = [...names].map(([id, text]) => ({ id, bytes: Buffer.from(text, "utf16le").swap16() }));
  const header = Buffer.alloc(6 + 12 * texts.length);
  header.writeUInt16BE(texts.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  for (const [i, { id, bytes }] of texts.entries()) {
    for (const [field, value] of [3, 1, 0x409, id, bytes.length, offset].entries()) {
      header.writeUInt16BE(value, 6 + 12 * i + 2 * field);
    }
    offset += bytes.length;
  }
  return Buffer.concat([header, ...texts.map(({ bytes }) => bytes)]);
}

/** Text of a name id for Windows in English. */
export function readName(table, wanted) {
  const texts = table.readUInt16BE(4);
  for (let i = 0, at = 6; i < table.readUInt16BE(2); i++, at += 12) {
    const [platform, , language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((field) =>
      table.readUInt16BE(at + field),
    );
    if (platform !== 3 || language !== 0x409 || id !== wanted) continue;
    return Buffer.from(table.subarray(texts + offset, texts + offset + length))
      .swap16()
      .toString("utf16le");
  }
  return undefined;
}

import { show, type FaultList } from "./faults.ts";

/** Largest file that is read. A text of more characters has more bytes still, and is refused unread. */
export const MAX_TEXT_BYTES = 20_000_000;
/** Deepest nesting of objects and lists; a scenario needs 8. */
export const MAX_DEPTH = 64;

/**
 * The value of a JSON text, or undefined with one fault added: too long, too deep, a key given twice (`JSON.parse` would
 * silently keep the last), or a syntax error with its line and column. One linear pass without recursion looks first,
 * so that hostile nesting never reaches `JSON.parse`.
 */
export function readJson(text: string, faults: FaultList): unknown {
  if (text.length > MAX_TEXT_BYTES) {
    faults.add(`the text is ${million(text.length)} characters long; at most ${million(MAX_TEXT_BYTES)} are read`, {
      found: `${text.length} characters`,
      allowed: `at most ${MAX_TEXT_BYTES} characters`,
    });
    return undefined;
  }
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const fault = findFault(source);
  if (fault === null) return JSON.parse(source);
  const { line, column } = lineAndColumn(source, fault.at);
  const found = fault.at < source.length ? show(fault.found ?? source[fault.at]) : "the end of the text";
  faults.add(`line ${line}, column ${column}: found ${found}, ${fault.says}`, { found, allowed: fault.says });
  return undefined;
}

interface SyntaxFault {
  readonly at: number;
  readonly says: string;
  readonly found?: string;
}

/** What may come next. */
type Expects = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or end";

const SAYS: Record<Expects, string> = {
  value: "expected a value (a trailing comma is not allowed)",
  "value or ]": "expected a value or ]",
  key: "expected a key in double quotes (a trailing comma is not allowed)",
  "key or }": "expected a key in double quotes or }",
  colon: "expected a colon after the key",
  "comma or end": "expected a comma or the end of the list or object",
};

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/** Walks the tokens of RFC 8259; `open` holds the keys of each open object, null for a list. */
function findFault(text: string): SyntaxFault | null {
  const open: (Set<string> | null)[] = [];
  let expects: Expects = "value";
  for (let i = 0; i < text.length;) {
    const c = text.charCodeAt(i);
    if (c === 32 || c === 10 || c === 13 || c === 9) {
      i++;
      continue;
    }
    const top: Set<string> | null | undefined = open.at(-1);
    const wantsValue = expects === "value" || expects === "value or ]";
    if (c === 0x22 && (wantsValue || expects === "key" || expects === "key or }")) {
      const end = stringEnd(text, i);
      if (end < 0) return { at: -end - 1, says: "inside text: a control character, a bad escape or no closing quote" };
      if (wantsValue) expects = "comma or end";
      else {
        const raw = text.slice(i, end);
        const key = raw.includes("\\") ? String(JSON.parse(raw)) : raw.slice(1, -1);
        if (top!.has(key)) return { at: i, found: key, says: "a key that this object has already" };
        top!.add(key);
        expects = "colon";
      }
      i = end;
    } else if (wantsValue && (c === 0x7b || c === 0x5b)) {
      if (open.length === MAX_DEPTH) return { at: i, says: `nested deeper than ${MAX_DEPTH} levels` };
      open.push(c === 0x7b ? new Set() : null);
      expects = c === 0x7b ? "key or }" : "value or ]";
      i++;
    } else if (c === 0x3a && expects === "colon") {
      expects = "value";
      i++;
    } else if (c === 0x2c && expects === "comma or end" && top !== undefined) {
      expects = top === null ? "value" : "key";
      i++;
    } else if (closes(c, top, expects)) {
      open.pop();
      expects = "comma or end";
      i++;
    } else if (wantsValue) {
      const end = literalEnd(text, i);
      if (end === i) return { at: i, says: SAYS[expects] };
      expects = "comma or end";
      i = end;
    } else {
      return { at: i, says: top === undefined ? "expected nothing after the value" : SAYS[expects] };
    }
  }
  const done = open.length === 0 && expects === "comma or end";
  return done ? null : { at: text.length, says: SAYS[expects] };
}

function closes(c: number, top: Set<string> | null | undefined, expects: Expects): boolean {
  if (c === 0x7d) return top instanceof Set && (expects === "comma or end" || expects === "key or }");
  return c === 0x5d && top === null && (expects === "comma or end" || expects === "value or ]");
}

/** Index after the closing quote; −1 − index of the fault where there is none. */
function stringEnd(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) return i + 1;
    if (c < 0x20) return -1 - i;
    if (c !== 0x5c) continue;
    i++;
    const escape = text[i] ?? "";
    if (escape === "u" ? !/^[\da-fA-F]{4}$/.test(text.slice(i + 1, i + 5)) : !'"\\/bfnrt'.includes(escape || "?")) {
      return -1 - i;
    }
  }
  return -1 - text.length;
}

/** Index after a number, true, false or null; `start` where none stands there. */
function literalEnd(text: string, start: number): number {
  for (const pattern of [NUMBER, WORD]) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return start;
}

function lineAndColumn(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf("\n"); next !== -1 && next < at; next = text.indexOf("\n", next + 1)) {
    line++;
    start = next + 1;
  }
  return { line, column: at - start + 1 };
}

function million(length: number): string {
  return `${(length / 1e6).toFixed(1)} million`;
}

export type Cell = string | number | boolean | null;

/**
 * Rows as CSV after RFC 4180: CRLF after every row, quotes where needed. Null is an empty cell. Text that a spreadsheet
 * would run as a formula gets an apostrophe before it (OWASP, "CSV Injection"); numbers are left alone.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join(",")}\r\n`).join("");
}

function formatCell(cell: Cell): string {
  if (cell === null) return "";
  const text = typeof cell === "string" && /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

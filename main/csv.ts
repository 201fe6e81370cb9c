/** CSV (RFC 4180) that spreadsheets open as it is meant. */

/** Begins with a byte order mark: Excel takes a file without one for the system's old code page. */
export function csvFile(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.join(',')}\r\n`).join('')}`
}

/**
 * Quoted, with an apostrophe in front of what a spreadsheet would take for a formula. Spreadsheets skip blanks and signs
 * that show nothing, and take the wide signs of East Asian keyboards for the others.
 */
export function textCell(text: string): string {
  const isFormula = /^[\s\p{C}\p{Z}]*[=+\-@−]/u.test(text.normalize('NFKC')) || /^[\t\r\n]/.test(text)
  return `"${isFormula ? "'" : ''}${text.replaceAll('"', '""')}"`
}

/** Prints rows in columns: the first to the left, the numbers to the right. */
export function printTable(title, header, rows, note) {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column].length)))
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ')
  console.log(`\n${title}`)
  for (const row of [header, ...rows]) console.log(`  ${line(row)}`)
  if (note !== undefined) console.log(`  ${note}`)
}

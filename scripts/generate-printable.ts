/**
 * Writes src/kernel/printable.ts: the letters that every face of the papers draws, small and capital, so that what no
 * paper could show is refused where it is typed. `--check` only compares.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { missingLetters } from '#platform/server/documents/pdf/fonts.ts'

const path = 'src/kernel/printable.ts'
/** What is not seen, and what stands for a letter that was lost, is no letter of a paper. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufffc\ufffd]/u

const isPrintable = (code: number): boolean => {
  const letter = String.fromCodePoint(code)
  return !unseen.test(letter) && missingLetters(letter + letter.toUpperCase()).length === 0
}
const escaped = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`

function ranges(): string[] {
  const found: [number, number][] = []
  for (let code = 0x20; code <= 0xffff; code++) {
    if (!isPrintable(code)) continue
    const last = found.at(-1)
    if (last && last[1] === code - 1) last[1] = code
    else found.push([code, code])
  }
  return found.map(([from, to]) => (from === to ? escaped(from) : `${escaped(from)}-${escaped(to)}`))
}

function lines(): string {
  const rows: string[] = ['']
  for (const range of ranges()) {
    const row = rows.at(-1) ?? ''
    if (row.length + range.length > 100) rows.push(range)
    else rows[rows.length - 1] = row + range
  }
  return rows.map((row) => `  '${row.replaceAll('\\', '\\\\')}'`).join(' +\n')
}

const text = `// Printed from the faces of the papers by scripts/generate-printable.ts. Do not edit.
/** The letters that every face of the papers draws, as the inside of a character class. */
export const printable =
${lines()}
`
if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
  if (process.argv.includes('--check')) {
    console.log(`${path} is not what the faces draw: run the generator`)
    process.exitCode = 1
  } else await writeFile(path, text)
}

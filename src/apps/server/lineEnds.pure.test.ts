/** What a checkout of Windows would make of the law: the same law, by the same hash. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadStandards, standardsFolder } from '#features/standards/library.ts'

it('a standard, form or points table has the same hash whatever its line ends', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nang-buoc-law-'))
  try {
    cpSync(standardsFolder, folder, { recursive: true })
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((n) => n.endsWith('.json'))) {
      const text = readFileSync(join(folder, name), 'utf8')
      writeFileSync(join(folder, name), text.replaceAll('\n', '\r\n'))
    }
    const hashes = ({ standards, forms, points }: ReturnType<typeof loadStandards>) =>
      [...standards, ...forms, ...points].map(({ hash }) => hash)
    expect(hashes(loadStandards(folder))).toEqual(hashes(loadStandards()))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

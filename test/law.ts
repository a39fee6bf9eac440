import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadStandards, standardsFolder } from '#features/standards/library.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import { indicatorsOf } from '#features/standards/rules/indicators.ts'
import { vnd } from '#kernel/numbers.ts'

/** For tests: the law as shipped, one copy to spoil, and an invented province that is no law anywhere. */
export const library = loadStandards()
export const standards: Standard[] = library.standards.map((s) => s.value)

export function standardCalled(id: string): Standard {
  const found = standards.find((s) => s.id === id)
  if (!found) throw new Error(id)
  return structuredClone(found)
}

/** Sets the value at a path, or takes it away where it is undefined: `lines.rural.poor.value`. */
export function spoil(tree: object, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let at = tree as Record<string, unknown>
  for (const key of keys) at = at[key] as Record<string, unknown>
  if (value === undefined) delete at[last]
  else at[last] = value
}

/** Spoils a threshold: `areaBelow` of an indicator by its key. */
export function spoilThreshold(standard: Standard, key: string, path: string, value: unknown): void {
  const threshold = indicatorsOf(standard).find((i) => i.key === key)?.threshold
  if (!threshold) throw new Error(key)
  spoil(threshold, path, value)
}

/** An invented province whose rural line is higher and whose house must be larger. */
export function provincial(): Standard {
  const area = { provinceCode: '79', name: 'Tỉnh thử' }
  const standard: Standard = { ...standardCalled('vn-2022-2025'), id: 'tinh-thu-2022', above: 'vn-2022-2025', area }
  spoil(standard, 'lines.rural.poor', { value: vnd(1_800_000), mark: 'illustrative' })
  spoilThreshold(standard, 'housingArea', 'params.perPerson', { value: 10, mark: 'illustrative' })
  return standard
}

/** A copy of the folder of law that a test may spoil. */
export function copyOfLaw() {
  const folder = mkdtempSync(join(tmpdir(), 'standards-'))
  cpSync(standardsFolder, folder, { recursive: true })
  return {
    folder,
    write(standard: Standard): void {
      mkdirSync(join(folder, standard.id), { recursive: true })
      writeFileSync(join(folder, standard.id, 'standard.json'), JSON.stringify(standard))
    },
    load: () => loadStandards(folder),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

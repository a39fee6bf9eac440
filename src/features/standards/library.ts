/** Reads the law from the folder `standards/`, checks every file and refuses a wrong one by name. Server only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Said } from '#kernel/text.ts'
import { type Form, FormSchema } from './model/form.ts'
import { type Grounds, GroundsSchema } from './model/grounds.ts'
import { type PointsTable, PointsTableSchema } from './model/points.ts'
import { type Standard, StandardSchema } from './model/standard.ts'
import { compileStandard, type Scorer } from './rules/compile.ts'
import { contentHash } from './rules/hash.ts'
import { indicatorsOf } from './rules/indicators.ts'
import { libraryFaults, pointsFaults, standardFaults } from './rules/library.ts'

export type Held<T> = { readonly value: T; readonly hash: string; readonly file: string }
export type Library = {
  readonly standards: readonly Held<Standard>[]
  readonly points: readonly Held<PointsTable>[]
  readonly forms: readonly Held<Form>[]
  readonly grounds: readonly Grounds[]
}

/** The folder of the repository. */
export const standardsFolder = fileURLToPath(new URL('../../../standards', import.meta.url))

/** A file of law that cannot be used; the message names the file and says why. */
export class StandardFileError extends Error {
  constructor(file: string, why: string) {
    super(`${file}: ${why}`)
    this.name = 'StandardFileError'
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new StandardFileError(file, `cannot be read as JSON (${error instanceof Error ? error.message : error})`)
  }
}

function reader<T>(schema: TSchema): (file: string) => Held<T> {
  const compiled = Compile(schema)
  return (file) => {
    const value = readJson(file)
    if (!compiled.Check(value)) {
      const [first] = compiled.Errors(value)
      throw new StandardFileError(file, `${first?.instancePath || 'the file'} ${first?.message ?? 'is not valid'}`)
    }
    return { value: value as T, hash: contentHash(value), file }
  }
}

const readStandard = reader<Standard>(StandardSchema)
const readForm = reader<Form>(FormSchema)
const readTable = reader<PointsTable>(PointsTableSchema)
const readGrounds = reader<Grounds>(GroundsSchema)

/** One points table from a file, checked. Throws StandardFileError. */
export function readPoints(file: string): Held<PointsTable> {
  const held = readTable(file)
  const [fault] = pointsFaults(held.value)
  if (fault !== undefined) throw new StandardFileError(file, fault)
  return held
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => join(folder, e.name))
    .sort()

const filesIn = (folder: string, named: RegExp): string[] =>
  readdirSync(folder)
    .filter((name) => named.test(name))
    .sort()
    .map((name) => join(folder, name))

function refuseFaults(standards: readonly Held<Standard>[]): void {
  for (const { value, file } of standards) {
    const [fault] = standardFaults(value)
    if (fault !== undefined) throw new StandardFileError(file, fault)
  }
  const [first] = libraryFaults(standards.map((s) => s.value))
  const at = standards.find((s) => s.value.id === first?.id)
  if (first !== undefined) throw new StandardFileError(at?.file ?? first.id, first.fault)
}

/** Every standard, points table, form and list of grounds of a folder. Throws StandardFileError on the first wrong file. */
export function loadStandards(folder: string = standardsFolder): Library {
  const folders = foldersIn(folder)
  const standards = folders.flatMap((f) => filesIn(f, /^standard\.json$/)).map(readStandard)
  const points = folders.flatMap((f) => filesIn(f, /^points.*\.json$/)).map(readPoints)
  const formsFolder = join(folder, 'forms')
  const forms = existsSync(formsFolder)
    ? foldersIn(formsFolder)
        .flatMap((f) => filesIn(f, /^form\.json$/))
        .map(readForm)
    : []
  const groundsFolder = join(folder, 'grounds')
  const grounds = existsSync(groundsFolder) ? filesIn(groundsFolder, /\.json$/).map(readGrounds) : []
  refuseFaults(standards)
  const ids = new Set(standards.map((s) => s.value.id))
  for (const { value, file } of points)
    if (!ids.has(value.standard)) throw new StandardFileError(file, `it is for ${value.standard}, which is not here`)
  for (const { value, file } of forms) {
    const stranger = value.serves.find((id) => !ids.has(id))
    if (stranger !== undefined) throw new StandardFileError(file, `it serves ${stranger}, which is not here`)
  }
  for (const { value, file } of grounds) {
    const stranger = value.grounds.flatMap((one) => one.standards ?? []).find((id) => !ids.has(id))
    if (stranger !== undefined) throw new StandardFileError(file, `it names ${stranger}, which is not here`)
  }
  return { standards, points, forms, grounds: grounds.map(({ value }) => value) }
}

export const findStandard = (library: Library, id: string): Held<Standard> | undefined =>
  library.standards.find((s) => s.value.id === id)

/** The keys of every indicator there is: what an imported list may tick. */
export const indicatorKeys = (library: Library): ReadonlySet<string> =>
  new Set(library.standards.flatMap((s) => indicatorsOf(s.value).map((i) => i.key)))

/** The newest form that serves a standard: the one with the greatest version. */
export const findForm = (library: Library, standardId: string): Held<Form> | undefined =>
  library.forms.filter((f) => f.value.serves.includes(standardId)).sort((a, b) => b.value.version - a.value.version)[0]

/** What a standard is called; of one that is not here any more its code. */
export const standardSaid = (library: Library, id: string): Said =>
  findStandard(library, id)?.value.name ?? { vi: id, en: id }

/** A scorer of a held standard, with a held points table where one is named. Throws RangeError where none is held. */
export function scorerOf(library: Library, standardId: string, tableId?: string): Scorer {
  const standard = findStandard(library, standardId)
  if (standard === undefined) throw new RangeError(`no standard ${standardId}`)
  const table = library.points.find((p) => p.value.id === tableId)
  if (tableId !== undefined && table === undefined) throw new RangeError(`no points table ${tableId}`)
  return compileStandard(standard.value, table?.value)
}

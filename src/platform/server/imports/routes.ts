/**
 * The four calls of an import: the template, a check that writes nothing, its faulty rows as a sheet, the writing of exactly
 * what was checked.
 */
import { createHash } from 'node:crypto'
import type { Endpoint, OutputOf } from '#kernel/endpoint.ts'
import { type Columns, type Fault, withMore } from '#kernel/imports.ts'
import type { Problem } from '#kernel/problem.ts'
import { paperFile } from '../documents/file.ts'
import { leaving, type Trace } from '../doors/traces.ts'
import { type Call, change, type Happened, type Outside, paper, type Route, read } from '../handle.ts'
import { type Tasks, tasksAt } from '../workers/task.ts'
import { opened } from './batches.ts'
import { linesOf, note, notedAnew, sheetRowsOf } from './faulty.ts'
import { importProblem } from './problems.ts'
import { named, type ReadFile, type SentFile } from './read.ts'
import { type Lists, templateXlsx } from './template.ts'

/**
 * What is wrong, what a person should look at, and the keys of what in it tells of places that the actor does not see.
 * `counts`: what the database adds to those of the file. `over`: what stands and would be written over, as it stands.
 */
export type Said<K extends string> = {
  readonly faults: readonly Fault<K>[]
  readonly doubts: readonly Fault<K>[]
  readonly elsewhere: readonly string[]
  readonly counts?: Readonly<Record<string, number>>
  readonly over?: readonly string[]
}

/**
 * What a room says of its list. `C`: the call that checks, whose input has `ofSheet`; `W`: the one that writes, whose input
 * adds `asChecked`.
 */
export type Import<C extends Endpoint, W extends Endpoint, K extends string, Against, Value, Counts, Between> = {
  readonly calls: { readonly template: Endpoint; readonly check: C; readonly faulty: Endpoint; readonly write: W }
  readonly columns: Columns<K>
  /** Of the template, as its file is called: `Mẫu danh sách hộ`. */
  readonly name: string
  /** Of a column whose values are data: which there are, for the guide sheet of the template. */
  readonly lists?: (call: Pick<Call<Endpoint>, 'db'>) => Promise<Lists<K>>
  /** The module whose `read` does `readFile` in a worker. */
  readonly reader: Tasks<{ read: (file: SentFile, against: Against) => Promise<ReadFile<K, Counts>> }>
  /** Who may, and what the file is read against: found out before it is read, so that no connection waits for it. */
  readonly look: (call: Call<C>) => Promise<Against>
  /** Whether it writes over what stands: then the writing must say what the check saw. Of others it is asked where it is said. */
  readonly replaces?: boolean
  /** Lets no second list in that would be checked against what this one has not written yet. */
  readonly hold: (call: Call<C>) => Promise<unknown>
  /** What the checks of all batches leave for `end`: a long file is checked in several. */
  readonly begin?: () => Between
  /** What the database says against these values. */
  readonly check: (call: Call<C>, values: readonly Value[], between: Between) => Promise<Said<K>>
  /** What is said between rows that may lie far apart, once all are checked. */
  readonly end?: (call: Call<C>, between: Between) => Promise<Pick<Said<K>, 'faults' | 'doubts'>>
  /**
   * How much of elsewhere one file may tell, how the whole file is refused beyond, and what stays of having told so much;
   * left out by a room that tells nothing of it.
   */
  readonly tells?: {
    readonly most: number
    readonly beyond: () => Problem
    readonly trace: (call: Call<C>, elsewhere: readonly string[]) => Trace
  }
  readonly write: (call: Call<C>, values: readonly Value[]) => Promise<void>
  /** After all of it is written. */
  readonly written: (call: Call<C>, file: ReadFile<K, Counts>, doubts: number) => Happened<OutputOf<W>>
}

export function importRoutes<
  C extends Endpoint,
  W extends Endpoint,
  K extends string,
  Against,
  Value,
  Counts,
  Between = undefined,
>(one: Import<C, W, K, Against, Value, Counts, Between>): readonly Route[] {
  /** `against`: by its hash what the file was read against. */
  type File = ReadFile<K, Counts> & { readonly against: string }
  const look = async (call: Call<C>) => {
    const against = await one.look(call)
    if (!call.file) throw importProblem('import.needs_file')
    return { sent: { bytes: call.file.bytes, sheet: (call.input as { sheet?: string }).sheet ?? null }, against }
  }
  type Looked = Awaited<ReturnType<typeof look>>
  const hashOf = (against: Against): string => createHash('sha256').update(JSON.stringify(against)).digest('hex')
  const work = async ({ services }: Pick<Outside<C>, 'services'>, { sent, against }: Looked): Promise<File> => ({
    ...(await services.readers.run(one.reader, 'read', sent, against)),
    against: hashOf(against),
  })
  const checked = async (call: Call<C>, { batches, naming, ...before }: File) => {
    let { faults, doubts } = before
    const kept = notedAnew(before.noted)
    const elsewhere: string[] = []
    const counts: Record<string, number> = {}
    const stands = createHash('sha256')
    const take = (said: Pick<Said<K>, 'faults' | 'doubts'>) => {
      const [wrong, doubted] = [named(naming, said.faults), named(naming, said.doubts)]
      for (const { row, column, vi } of doubted) stands.update(`${JSON.stringify([row, column, vi])}\n`)
      faults = withMore(faults, wrong)
      doubts = withMore(doubts, doubted)
      note(kept, 'faults', wrong)
      note(kept, 'doubts', doubted)
    }
    const between = one.begin?.() as Between
    for await (const values of opened<Value>(batches)) {
      const said = await one.check(call, values, between)
      take(said)
      elsewhere.push(...said.elsewhere)
      for (const [key, count] of Object.entries(said.counts ?? {})) counts[key] = (counts[key] ?? 0) + count
      for (const one of said.over ?? []) stands.update(`${one}\n`)
    }
    if (one.end) take(await one.end(call, between))
    const rows = { noted: kept, brings: before.brings, headingRow: before.source.headingRow }
    const sheetRows = sheetRowsOf(rows)
    const told = { ...faults, doubts: doubts.faults, doubtCount: doubts.faultCount, sheetRows }
    const seen = stands.digest('hex')
    const withTrace = <T extends object>(what: T): T =>
      one.tells && elsewhere.length > 0 ? leaving(what, one.tells.trace(call, elsewhere)) : what
    if (one.tells && elsewhere.length > one.tells.most) throw withTrace(one.tells.beyond())
    return { told, counts, seen, rows, withTrace }
  }

  const check = read(one.calls.check, {
    look,
    work,
    act: async (call, file) => {
      const { sha256, unread, nameless, source } = file
      const { told, counts, seen, withTrace } = await checked(call, file)
      const all = { ...file.counts, ...counts, seen, sha256, unread, nameless, source, ...told }
      return withTrace(all as unknown as OutputOf<C> & object)
    },
  })
  const write = change(one.calls.write, {
    look: (call) => look(asCheck(call)),
    work,
    act: async (whole, file: File) => {
      const call: Call<C> = asCheck(whole)
      await one.hold(call)
      // While the file was read a unit may have ended, a body been dissolved: now it is held still.
      if (hashOf(await one.look(call)) !== file.against) throw importProblem('import.register_changed')
      if ((whole.input as { sha256?: string }).sha256 !== file.sha256) throw importProblem('import.changed')
      const { told, counts, seen, withTrace } = await checked(call, file)
      const [first] = told.faults
      if (first) throw withTrace(importProblem('import.has_errors', { count: told.faultCount, row: first.row }))
      const { seen: before } = whole.input as { seen?: string }
      if (before === undefined ? one.replaces : before !== seen) throw importProblem('import.register_changed')
      for await (const values of opened<Value>(file.batches)) await one.write(call, values)
      return one.written(call, { ...file, counts: { ...file.counts, ...counts } }, told.doubtCount)
    },
  })
  const faulty = paper(
    one.calls.faulty,
    (call) => look(asCheck(call)),
    async (looked, outside, readOn) => {
      const sent = { ...looked.sent, all: true }
      const file = await work(outside, { ...looked, sent })
      // What stays of having told so much stays here too.
      const { rows, withTrace } = await readOn((call) => checked(asCheck(call), file))
      const { kind, lines } = linesOf(rows)
      const { sheet, headingRow } = file.source
      const { name, prefix } = sheetNames[kind]
      const of = { name, columns: one.columns, headingRow, lines }
      const bytes = await outside.services.readers.run(composer, 'compose', { ...sent, sheet }, of)
      return withTrace(paperFile({ what: prefix + bareName(outside.file?.name ?? '') }, 'xlsx', bytes))
    },
  )
  return [templateRoute(one), check, faulty, write]
}

const composer = tasksAt<typeof import('./faultSheet.ts')>(new URL('./faultSheet.ts', import.meta.url))
const sheetNames = {
  faults: { name: 'Dòng lỗi', prefix: 'dong-loi-' },
  doubts: { name: 'Dòng cần xem', prefix: 'dong-can-xem-' },
} as const
/** Of a sheet that comes a second time the first name is enough. */
const bareName = (name: string): string => name.replace(/\.(xlsx|csv|txt)$/i, '').replace(/^(dong-(loi|can-xem)-)+/, '')

/** The call that writes has all that the one that checks is given. */
const asCheck = <C extends Endpoint>(call: unknown): Call<C> => call as Call<C>

type OfTemplate<K extends string> = {
  readonly calls: { readonly template: Endpoint }
  readonly columns: Columns<K>
  readonly name: string
  readonly lists?: (call: Pick<Call<Endpoint>, 'db'>) => Promise<Lists<K>>
}
const templateRoute = <K extends string>({ calls, columns, name, lists }: OfTemplate<K>): Route =>
  paper(
    calls.template,
    async ({ db }) => (await lists?.({ db })) ?? {},
    async (listed) => paperFile({ what: name }, 'xlsx', await templateXlsx(columns, name, listed)),
  )

/** `nb score`: households from a file or standard input, one verdict a line. */
import { createReadStream, fstatSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readFacts } from '#features/standards/check.ts'
import { findStandard, indicatorKeys, loadStandards, readPoints } from '#features/standards/library.ts'
import { type Facts, FactsSchema } from '#features/standards/model/facts.ts'
import { borrowThresholds } from '#features/standards/rules/borrow.ts'
import { compileStandard, type Scorer } from '#features/standards/rules/compile.ts'
import { explainInWords } from '#features/standards/rules/words.ts'
import { TableError } from '#features/standards/table.ts'
import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import { type Said, tidy } from '#kernel/text.ts'
import { systemClock, todayOf } from '#platform/server/clock.ts'
import { linesOf } from '#platform/server/documents/lines.ts'
import { type Entry, entriesOf } from './scoreEntries.ts'
import { scoreHelp } from './scoreHelp.ts'
import { type Output, openOutput } from './scoreOutput.ts'

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error))

type Options = {
  readonly scorer: Scorer
  readonly ticks: ReadonlySet<string>
  readonly day: PlainDate
  readonly words: boolean
  readonly brief: boolean
}

/** Bytes of one line; a household of a hundred members with every answer takes a tenth of it. */
const longestLine = 1_000_000

function nameIn(facts: Facts, person: string): string {
  const at = (facts.members ?? []).findIndex((m) => m.id === person)
  return tidy(facts.members?.[at]?.name ?? '') || person
}

function verdictOf({ line, id }: Entry, facts: Facts, { scorer, day, words, brief }: Options): object {
  const about = { line, ...(id === null ? {} : { id }) }
  if (brief) {
    const { bounds, ...score } = scorer.score(facts, day)
    return { ...about, day, ...score, ...bounds }
  }
  const verdict = scorer.explain(facts, day)
  if (!words) return { ...about, ...verdict }
  const nameOf = (person: string) => nameIn(facts, person)
  const said = (lang: keyof Said) => explainInWords(verdict, scorer.standard, { lang, nameOf }).map((l) => l.text)
  return { ...about, ...verdict, words: { vi: said('vi'), en: said('en') } }
}

/** The verdict of a line, or what is wrong with it. */
function scoreEntry(entry: Entry, options: Options): { verdict: object } | { fault: Said } {
  if (entry.fault !== undefined) return { fault: entry.fault }
  const day = entry.day === null ? options.day : findPlainDate(entry.day)
  if (day === null)
    return { fault: { vi: `không có ngày ${entry.day}; hãy ghi 2026-10-15`, en: `day ${entry.day} is no day` } }
  const read = readFacts(entry.facts, day, options.ticks)
  return 'fault' in read ? read : { verdict: verdictOf(entry, read.facts, { ...options, day }) }
}

const flags = {
  standard: { type: 'string' },
  points: { type: 'string' },
  borrow: { type: 'string' },
  day: { type: 'string' },
  reasons: { type: 'boolean', default: false },
  brief: { type: 'boolean', default: false },
  schema: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const parsed = (args: string[]) => parseArgs({ args, options: flags, allowPositionals: true })
type Values = ReturnType<typeof parsed>['values']

/** A use of the command that cannot be followed; told on standard error with exit code 2. */
class UsageError extends Error {}

function lawFor(values: Values): Pick<Options, 'scorer' | 'ticks'> {
  const library = loadStandards()
  const ids = library.standards.map((s) => s.value.id).join(', ')
  const held = (id: string) => {
    const found = findStandard(library, id)
    if (found === undefined) throw new UsageError(`no standard ${id}; there are ${ids}`)
    return found.value
  }
  if (values.standard === undefined) throw new UsageError(`--standard is missing; there are ${ids}`)
  const standard = held(values.standard)
  const used = values.borrow === undefined ? standard : borrowThresholds(standard, held(values.borrow))
  const points = values.points === undefined ? undefined : readPoints(values.points).value
  return { scorer: compileStandard(used, points), ticks: indicatorKeys(library) }
}

function optionsFrom(values: Values): Options {
  const day = values.day === undefined ? todayOf(systemClock) : findPlainDate(values.day)
  if (day === null) throw new UsageError(`--day ${values.day} is no day; write 2026-10-15`)
  return { ...lawFor(values), day, words: values.reasons, brief: values.brief }
}

async function sourceOf(file: string): Promise<AsyncIterable<Uint8Array>> {
  const given = file === '-' ? fstatSync(0) : await stat(file)
  if (given.isDirectory()) throw new UsageError(`${file === '-' ? 'standard input' : file} is a folder, not a file`)
  return file === '-' ? process.stdin : createReadStream(file)
}

const noHousehold: Said = {
  vi: 'dưới dòng tên cột không có hộ nào',
  en: 'no household stands under the headings',
}

/** Scores line after line; throws what ends it before anything was scored. */
async function scoreFile(file: string, options: Options, output: Output): Promise<number> {
  let scored = 0
  let bad = 0
  const tell = (where: string, { vi, en }: Said) => {
    bad++
    return output.tell(`${where}${en} / ${vi}\n`)
  }
  try {
    for await (const entry of entriesOf(linesOf(await sourceOf(file), longestLine))) {
      const done = scoreEntry(entry, options)
      if ('fault' in done) await tell(`line ${entry.line}: `, done.fault)
      else await output.write(`${JSON.stringify(done.verdict)}\n`)
      if ('verdict' in done) scored++
      if (output.gone()) break
    }
    if (scored === 0 && bad === 0) await tell('', noHousehold)
    await output.end()
  } catch (error) {
    if (error instanceof TableError) await tell('', error.said)
    else if (scored === 0) throw error
    else await tell('', { vi: 'đã dừng, chưa tính hết các dòng', en: `stopped: ${sentence(error)}` })
    await output.end().catch(() => {})
  }
  if (scored === 0) return output.gone() ? 0 : 2
  return bad === 0 ? 0 : 1
}

/** Exit code 0: all lines scored; 1: some were not, each told; 2: nothing could be. */
export async function score(args: string[]): Promise<number> {
  const output = openOutput()
  try {
    const { values, positionals } = parsed(args)
    if (values.help || values.schema) {
      await output.write(values.schema ? `${JSON.stringify(FactsSchema, null, 2)}\n` : scoreHelp)
      await output.end()
      return 0
    }
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('name one FILE, or - for standard input')
    return await scoreFile(file, optionsFrom(values), output)
  } catch (error) {
    await output.tell(`nb score: ${sentence(error)}\nnb score --help tells how to use it.\n`)
    return 2
  }
}

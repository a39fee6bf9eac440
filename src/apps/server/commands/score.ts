/** `nb score`: households from a file or standard input, one verdict a line. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readFacts } from '#features/standards/check.ts'
import { findStandard, loadStandards, readPoints } from '#features/standards/library.ts'
import { FactsSchema } from '#features/standards/model/facts.ts'
import { borrowThresholds } from '#features/standards/rules/borrow.ts'
import { compileStandard, type Scorer } from '#features/standards/rules/compile.ts'
import { FlatError, factsFromRow } from '#features/standards/rules/flat.ts'
import { explainInWords } from '#features/standards/rules/words.ts'
import { readHouseholdTable } from '#features/standards/table.ts'
import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import { systemClock, todayOf } from '#platform/server/clock.ts'
import { scoreHelp } from './scoreHelp.ts'

/** One household of the input: its answers, or why they cannot be read. */
type Entry = { line: number; id: string | null; day: string | null; facts: unknown; fault?: string }

type Options = { scorer: Scorer; day: PlainDate; words: boolean; brief: boolean }

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function jsonEntry(text: string, line: number): Entry {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('facts' in value))
      return { line, id: null, day: null, facts: value }
    const { id = null, day = null, facts, ...others } = value as Record<string, unknown>
    const extra = Object.keys(others)[0]
    const fault = extra === undefined ? {} : { fault: `${extra} does not stand beside facts` }
    return { line, id: id === null ? null : String(id), day: day === null ? null : String(day), facts, ...fault }
  } catch (error) {
    return { line, id: null, day: null, facts: null, fault: `is not JSON (${sentence(error)})` }
  }
}

function* jsonEntries(text: string): Generator<Entry> {
  for (const [i, line] of text.split(/\r?\n/).entries()) if (line.trim() !== '') yield jsonEntry(line, i + 1)
}

function* tableEntries(bytes: Uint8Array): Generator<Entry> {
  for (const { line, cells } of readHouseholdTable(bytes)) {
    const about = { line, id: cells.get('id') || null, day: cells.get('day') || null }
    try {
      yield { ...about, facts: factsFromRow(cells) }
    } catch (error) {
      if (!(error instanceof FlatError)) throw error
      yield { ...about, facts: null, fault: error.message }
    }
  }
}

/** JSON lines begin with a brace; anything else is a table. */
const entriesOf = (bytes: Buffer): Iterable<Entry> => {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  return text.trimStart().startsWith('{') ? jsonEntries(text) : tableEntries(bytes)
}

function verdictLine(
  entry: Entry,
  facts: Parameters<Scorer['score']>[0],
  { scorer, day, words, brief }: Options,
): object {
  const about = { line: entry.line, ...(entry.id === null ? {} : { id: entry.id }) }
  if (brief) {
    const { bounds, ...score } = scorer.score(facts, day)
    return { ...about, day, ...score, ...bounds }
  }
  const verdict = scorer.explain(facts, day)
  if (!words) return { ...about, ...verdict }
  const names = new Map((facts.members ?? []).map((m) => [m.id, m.name ?? m.id]))
  const nameOf = (id: string) => names.get(id) ?? id
  const said = (lang: 'vi' | 'en') => explainInWords(verdict, scorer.standard, { lang, nameOf }).map((l) => l.text)
  return { ...about, ...verdict, words: { vi: said('vi'), en: said('en') } }
}

/** Writes the verdict and answers null, or answers what is wrong with the line. */
function scoreEntry(entry: Entry, options: Options): string | null {
  if (entry.fault !== undefined) return entry.fault
  const day = entry.day === null ? options.day : findPlainDate(entry.day)
  if (day === null) return `day ${entry.day} is no day`
  const read = readFacts(entry.facts, day)
  if ('fault' in read) return read.fault
  process.stdout.write(`${JSON.stringify(verdictLine(entry, read.facts, { ...options, day }))}\n`)
  return null
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

function scorerFor(values: Values): Scorer {
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
  return compileStandard(used, points)
}

function optionsFrom(values: Values): Options {
  const day = values.day === undefined ? todayOf(systemClock) : findPlainDate(values.day)
  if (day === null) throw new UsageError(`--day ${values.day} is no day; write 2026-10-15`)
  return { scorer: scorerFor(values), day, words: values.reasons, brief: values.brief }
}

function scoreFile(file: string, options: Options): number {
  let bad = 0
  for (const entry of entriesOf(readFileSync(file === '-' ? 0 : file))) {
    const fault = scoreEntry(entry, options)
    if (fault === null) continue
    bad++
    process.stderr.write(`line ${entry.line}: ${fault}\n`)
  }
  return bad === 0 ? 0 : 1
}

/** Exit code 0; 1 where lines could not be scored; 2 where nothing could. */
export async function score(args: string[]): Promise<number> {
  try {
    const { values, positionals } = parsed(args)
    if (values.help || values.schema) {
      process.stdout.write(values.schema ? `${JSON.stringify(FactsSchema, null, 2)}\n` : scoreHelp)
      return 0
    }
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('name one FILE, or - for standard input')
    return scoreFile(file, optionsFrom(values))
  } catch (error) {
    process.stderr.write(`nb score: ${sentence(error)}\nnb score --help tells how to use it.\n`)
    return 2
  }
}

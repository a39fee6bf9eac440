/** `nb score`: households from a file or standard input, one verdict a line. */
import { accessSync, constants, createReadStream, fstatSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { readFacts } from '#features/standards/check.ts'
import { findStandard, indicatorKeys, loadStandards, readPoints } from '#features/standards/library.ts'
import { type Facts, FactsSchema } from '#features/standards/model/facts.ts'
import { borrowThresholds } from '#features/standards/rules/borrow.ts'
import { compileStandard, type Scorer } from '#features/standards/rules/compile.ts'
import { oddIncome } from '#features/standards/rules/odd.ts'
import { explainInWords } from '#features/standards/rules/words.ts'
import { TableError } from '#features/standards/table.ts'
import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import { type Said, tidy } from '#kernel/text.ts'
import { systemClock, todayOf } from '#platform/server/clock.ts'
import { linesOf } from '#platform/server/documents/lines.ts'
import { type Entry, entriesOf } from './scoreEntries.ts'
import { scoreHelp } from './scoreHelp.ts'
import { type Output, openOutput } from './scoreOutput.ts'
import { parsedOnce, UsageError, unreadable } from './scoreUsage.ts'

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
  // Tried before it begins: nobody is decided on by it.
  const tried = day < scorer.standard.validity.from ? { whatIf: true } : {}
  if (brief) {
    const { bounds, ...score } = scorer.score(facts, day)
    return { ...about, day, ...score, ...bounds, ...tried }
  }
  const verdict = scorer.explain(facts, day)
  if (!words) return { ...about, ...verdict, ...tried }
  const nameOf = (person: string) => nameIn(facts, person)
  const said = (lang: keyof Said) => explainInWords(verdict, scorer.standard, { lang, nameOf }).map((l) => l.text)
  return { ...about, ...verdict, ...tried, words: { vi: said('vi'), en: said('en') } }
}

/** Before it begins a standard is tried on what is known already; after its last day it scores nobody. */
const overFor = ({ id, validity: { until } }: Scorer['standard'], day: PlainDate): Said | null =>
  day < until
    ? null
    : {
        vi: `ngày ${day}: chuẩn ${id} đã hết hiệu lực từ ${until}; hãy chọn chuẩn khác hoặc ghi ngày trước đó`,
        en: `day ${day}: the standard ${id} has ended on ${until}; choose another one or a day before it`,
      }

/** The verdict of a line with what the form would have asked about its income, or what is wrong with it. */
function scoreEntry(entry: Entry, options: Options): { verdict: object; asked: readonly Said[] } | { fault: Said } {
  if (entry.fault !== undefined) return { fault: entry.fault }
  const day = entry.day === null ? options.day : findPlainDate(entry.day)
  if (day === null)
    return { fault: { vi: `không có ngày ${entry.day}; hãy ghi 2026-10-15`, en: `day ${entry.day} is no day` } }
  const over = overFor(options.scorer.standard, day)
  if (over) return { fault: over }
  const read = readFacts(entry.facts, day, options.ticks)
  if ('fault' in read) return read
  const asked = oddIncome(read.facts).map(({ path, said }) => ({
    vi: `đã tính, nhưng hãy xem lại ${path}: ${said.vi}`,
    en: `is scored, but look again at ${path}: ${said.en}`,
  }))
  return { verdict: verdictOf(entry, read.facts, { ...options, day }), asked }
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

const parsed = (args: string[]) => parsedOnce(args, flags)
type Values = ReturnType<typeof parsed>['values']

function pointsFrom(file: string) {
  try {
    accessSync(file, constants.R_OK)
    return readPoints(file).value
  } catch (error) {
    throw unreadable(file, error)
  }
}

function lawFor(values: Values): Pick<Options, 'scorer' | 'ticks'> {
  const library = loadStandards()
  const ids = library.standards.map((s) => s.value.id).join(', ')
  const held = (id: string) => {
    const found = findStandard(library, id)
    if (found === undefined)
      throw new UsageError({ vi: `không có chuẩn ${id}; có ${ids}`, en: `no standard ${id}; there are ${ids}` })
    return found.value
  }
  if (values.standard === undefined)
    throw new UsageError({ vi: `thiếu --standard; có ${ids}`, en: `--standard is missing; there are ${ids}` })
  const standard = held(values.standard)
  const used = values.borrow === undefined ? standard : borrowThresholds(standard, held(values.borrow))
  const points = values.points === undefined ? undefined : pointsFrom(values.points)
  return { scorer: compileStandard(used, points), ticks: indicatorKeys(library) }
}

function optionsFrom(values: Values): Options {
  const day = values.day === undefined ? todayOf(systemClock) : findPlainDate(values.day)
  if (day === null)
    throw new UsageError({
      vi: `không có ngày ${values.day} của --day; hãy ghi 2026-10-15`,
      en: `--day ${values.day} is no day; write 2026-10-15`,
    })
  return { ...lawFor(values), day, words: values.reasons, brief: values.brief }
}

async function statOf(file: string) {
  try {
    return file === '-' ? fstatSync(0) : await stat(file)
  } catch (error) {
    throw unreadable(file, error)
  }
}

async function sourceOf(file: string): Promise<AsyncIterable<Uint8Array>> {
  const given = await statOf(file)
  const name = file === '-' ? { vi: 'đầu vào chuẩn', en: 'standard input' } : { vi: file, en: file }
  if (given.isDirectory())
    throw new UsageError({ vi: `${name.vi} là thư mục, không phải tệp`, en: `${name.en} is a folder, not a file` })
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
  const note = (where: string, { vi, en }: Said) => output.tell(`${where}${en} / ${vi}\n`)
  const tell = (where: string, said: Said) => {
    bad++
    return note(where, said)
  }
  try {
    for await (const entry of entriesOf(linesOf(await sourceOf(file), longestLine))) {
      const done = scoreEntry(entry, options)
      const where = `line ${entry.line}: `
      if ('fault' in done) await tell(where, done.fault)
      else {
        await output.write(`${JSON.stringify(done.verdict)}\n`)
        for (const said of done.asked) await note(where, said)
        scored++
      }
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
    if (file === undefined || more.length > 0)
      throw new UsageError({
        vi: 'hãy nêu đúng một tệp, hoặc - để đọc đầu vào chuẩn',
        en: 'name one FILE, or - for standard input',
      })
    return await scoreFile(file, optionsFrom(values), output)
  } catch (error) {
    const said = error instanceof UsageError ? error.said : { vi: 'chưa tính được gì', en: sentence(error) }
    await output.tell(`nb score: ${said.en} / ${said.vi}\nnb score --help tells how to use it / cho biết cách dùng.\n`)
    return 2
  }
}

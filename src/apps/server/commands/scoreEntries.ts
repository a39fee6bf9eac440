/** The households of a file, one after the other, from JSON lines or a table. */
import { FlatError, factsFromRow } from '#features/standards/rules/flat.ts'
import { householdRows, TableError } from '#features/standards/table.ts'
import type { Said } from '#kernel/text.ts'
import type { FileLine } from '#platform/server/documents/lines.ts'
import { doubtIn } from './scoreJson.ts'

/** One household of the input: its answers, or why they cannot be read. */
export type Entry = {
  readonly line: number
  readonly id: string | null
  readonly day: string | null
  readonly facts: unknown
  readonly fault?: Said
}

const nothing = { id: null, day: null, facts: null } as const

/** What stands beside the answers is text, or a number where somebody counts households. */
const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null

function jsonEntry({ line, text, fault }: FileLine): Entry {
  if (fault) return { ...nothing, line, fault }
  try {
    const value: unknown = JSON.parse(text)
    const doubt = doubtIn(text, value)
    if (doubt) return { ...nothing, line, fault: doubt }
    if (typeof value !== 'object' || value === null || !('facts' in value)) return { ...nothing, line, facts: value }
    const { id = null, day = null, facts, ...others } = value as Record<string, unknown>
    const about = { line, id: textOf(id), day: textOf(day), facts }
    const [strange] = Object.keys(others)
    if (strange !== undefined) return { ...about, fault: beside(strange) }
    if (id !== null && about.id === null) return { ...about, fault: noText('id') }
    return day !== null && about.day === null ? { ...about, fault: noText('day') } : about
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ...nothing, line, fault: notJson(error.message) }
  }
}

/** Where the reader stopped is the part of its words that is said in both languages. */
function notJson(why: string): Said {
  const at = /position (\d+)/.exec(why)?.[1]
  return {
    vi: `không phải JSON${at === undefined ? '' : `: sai từ ký tự thứ ${Number(at) + 1}`}`,
    en: `is not JSON (${why})`,
  }
}

const beside = (name: string): Said => ({
  vi: `"${name}" không đứng được cạnh "facts"`,
  en: `"${name}" does not stand beside "facts"`,
})

const noText = (name: 'id' | 'day'): Said => ({
  vi: `"${name}" phải là chữ hoặc số, ví dụ ${name === 'id' ? '"H-017"' : '"2026-10-15"'}`,
  en: `"${name}" must be text or a number, such as ${name === 'id' ? '"H-017"' : '"2026-10-15"'}`,
})

async function* jsonEntries(lines: AsyncIterable<FileLine>): AsyncGenerator<Entry> {
  for await (const line of lines) if (line.text.trim() !== '') yield jsonEntry(line)
}

async function* tableEntries(lines: AsyncIterable<FileLine>): AsyncGenerator<Entry> {
  for await (const { line, cells, fault } of householdRows(lines)) {
    const about = { line, id: cells.get('id') || null, day: cells.get('day') || null }
    try {
      yield fault ? { ...about, facts: null, fault } : { ...about, facts: factsFromRow(cells) }
    } catch (error) {
      if (!(error instanceof FlatError)) throw error
      yield { ...about, facts: null, fault: error.said }
    }
  }
}

async function* again<T>(before: readonly T[], rest: AsyncIterator<T>): AsyncGenerator<T> {
  yield* before
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

/** The next line that says something; null at the end. */
async function nextSaying(lines: AsyncIterator<FileLine>): Promise<FileLine | null> {
  for (let next = await lines.next(); next.done !== true; next = await lines.next())
    if (next.value.text.trim() !== '') return next.value
  return null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** One household spread over lines, as programs lay JSON out to be read: a name of an answer begins the second line. */
const goesOn = (first: FileLine, second: FileLine | null): boolean =>
  second !== null && !first.fault && /^\s*["}]/.test(second.text) && !isJson(first.text)

/** JSON lines begin with a brace; anything else is a table. Throws TableError where nothing can be read. */
export async function* entriesOf(lines: AsyncGenerator<FileLine>): AsyncGenerator<Entry> {
  const first = await nextSaying(lines)
  if (first === null) throw new TableError({ vi: 'tệp không có dòng nào', en: 'the file is empty' })
  const begins = first.text.trimStart()
  if (begins.startsWith('['))
    throw new TableError({
      vi: 'tệp là một mảng JSON; hãy ghi mỗi hộ một dòng',
      en: 'the file is a JSON array; write one household a line',
    })
  if (!begins.startsWith('{')) return yield* tableEntries(again([first], lines))
  const second = await nextSaying(lines)
  if (goesOn(first, second))
    throw new TableError({
      vi: 'tệp ghi một hộ trên nhiều dòng; hãy ghi mỗi hộ một dòng',
      en: 'the file lays one household out over several lines; write one household a line',
    })
  yield* jsonEntries(again(second === null ? [first] : [first, second], lines))
}

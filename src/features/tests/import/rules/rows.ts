/** One row of the file into one question, or everything that is wrong with it, in words. Pure. */
import { findYesNo, wordFinder } from '#kernel/cells.ts'
import type { FrameworkTopicId } from '#kernel/ids.ts'
import { type Fault, type FileRow, faultAt, rowsSaid, unknownWord } from '#kernel/imports.ts'
import { fold, type Said, tidy } from '#kernel/text.ts'
import {
  type QuestionBody,
  type QuestionKind,
  type QuestionPool,
  questionKinds,
  questionPools,
} from '../../bank/model.ts'
import { askKeyOf, faultOf, letterOf, type QuestionFault, readDecimal } from '../../bank/rules.ts'
import { type ColumnKey, columns } from './columns.ts'

/** A topic of a framework in force, by its code and the id of its first version. */
export type KnownTopic = { readonly code: string; readonly topic: FrameworkTopicId }
export type Against = {
  readonly topics: readonly KnownTopic[]
  /** Topic and words of what the bank has in use. */
  readonly known: readonly string[]
}
export type ReadQuestion = {
  readonly row: number
  readonly topic: FrameworkTopicId
  readonly pool: QuestionPool
  readonly ask: string
  readonly body: QuestionBody
  readonly basis: string
}
type Row = FileRow<ColumnKey>
type Written = Exclude<QuestionKind, 'household'>

/** By what two of a bank are the same. */
export const keyOf = (topic: FrameworkTopicId, askKey: string | null): string => `${topic} ${askKey ?? ''}`
const keyOfRead = ({ topic, ask, body }: ReadQuestion) => keyOf(topic, askKeyOf(ask, body))

const { household: _tried, ...written } = questionKinds
const findKind = wordFinder<Written>(written)
const findPool = wordFinder<QuestionPool>(questionPools, { test: ['kiểm tra'], practice: ['ôn luyện', 'ôn tập'] })
const findTruth = wordFinder(
  { yes: { vi: 'Đúng', en: 'Right' }, no: { vi: 'Sai', en: 'Wrong' } },
  { yes: ['true', 'đ'], no: ['false', 's'] },
)

const letters = ['a', 'b', 'c', 'd', 'e', 'f'] as const

const faultWords: Readonly<Record<QuestionFault, Said>> = {
  right_nowhere: { vi: 'Đáp án không phải là một trong các ý.', en: 'The key is none of the choices.' },
  options_alike: { vi: 'Hai ý giống nhau.', en: 'Two choices are alike.' },
  all_right: { vi: 'Ý nào cũng đúng thì không hỏi được gì.', en: 'Where every choice is right nothing is asked.' },
  tolerance: { vi: 'Được lệch là số từ 0 trở lên.', en: 'The tolerance is a number from 0.' },
}
const tooFew: Said = {
  vi: 'Câu chọn ý cần ít nhất ý A và ý B, không bỏ trống ở giữa.',
  en: 'A question of choices needs A and B at least, with none left empty between.',
}
const oneOnly: Said = { vi: 'Câu chọn một ý chỉ có một đáp án.', en: 'A question of one choice has one key.' }
const notANumber: Said = {
  vi: 'Đáp án của câu điền số là một số, ví dụ 1500000 hoặc 1,5.',
  en: 'The key of a number is a number, such as 1500000 or 1,5.',
}
const notTrue: Said = { vi: 'Đáp án của câu này là Đúng hoặc Sai.', en: 'The key of this question is Right or Wrong.' }

/** Reads rows; `faults` takes what is wrong, and then the answer is null. */
export function rowReader({ topics }: Pick<Against, 'topics'>) {
  const byCode = new Map(topics.map(({ code, topic }) => [fold(code), topic]))
  return (row: Row, faults: Fault<ColumnKey>[]): ReadQuestion | null => {
    const before = faults.length
    const { cells } = row
    const wrong = (key: ColumnKey, said: Said) => void faults.push(faultAt(row, key, said))
    const topic = byCode.get(fold(cells.topic))
    if (cells.topic !== '' && !topic) wrong('topic', noTopic(cells.topic))
    const kind = findKind(cells.kind)
    if (cells.kind !== '' && !kind) wrong('kind', unknownWord(columns.kind, cells.kind))
    const pool = cells.pool === '' ? 'test' : findPool(cells.pool)
    if (!pool) wrong('pool', unknownWord(columns.pool, cells.pool))
    const body = kind && cells.right !== '' ? bodyOf(kind, row, wrong) : null
    const fault = body && faults.length === before ? faultOf(body) : null
    if (fault) wrong(fault === 'tolerance' ? 'tolerance' : 'right', faultWords[fault])
    if (faults.length > before || !topic || !pool || !body) return null
    return { row: row.row, topic, pool, ask: cells.ask.trim(), body, basis: tidy(cells.basis) }
  }
}

const noTopic = (code: string): Said => ({
  vi: `Không có chuyên đề ${code} trong khung đào tạo đang áp dụng.`,
  en: `The framework in force has no topic ${code}.`,
})

function bodyOf(kind: Written, { cells }: Row, wrong: (key: ColumnKey, said: Said) => void): QuestionBody | null {
  if (kind === 'true_false') {
    const truth = findTruth(cells.right)
    if (!truth) wrong('right', notTrue)
    return truth && { kind, right: truth === 'yes' }
  }
  if (kind === 'numeric') {
    const [right, tolerance] = [readDecimal(cells.right), readDecimal(cells.tolerance || '0')]
    if (right === null) wrong('right', notANumber)
    if (tolerance === null) wrong('tolerance', unknownWord(columns.tolerance, cells.tolerance))
    return right === null || tolerance === null ? null : { kind, right, tolerance, unit: tidy(cells.unit) }
  }
  const options = letters.map((letter) => tidy(cells[letter]))
  while (options.at(-1) === '') options.pop()
  if (options.length < 2 || options.includes('')) wrong('a', tooFew)
  const rights = rightsOf(cells.right, options.length)
  if (rights === null) wrong('right', unknownWord(columns.right, cells.right))
  const partial = cells.parts === '' ? false : findYesNo(cells.parts)
  if (partial === null) wrong('parts', unknownWord(columns.parts, cells.parts))
  const [first] = rights ?? []
  if (rights === null || first === undefined || partial === null) return null
  if (kind === 'multiple') return { kind, options, rights, partial }
  if (rights.length > 1) wrong('right', oneOnly)
  return { kind, options, right: first }
}

/** Letters as places; null where one is none of those that can be chosen. */
function rightsOf(cell: string, many: number): number[] | null {
  const known = Array.from({ length: many }, (_, place) => letterOf(place))
  const places = cell
    .split(/[;,\s]+/)
    .filter((one) => one !== '')
    .map((one) => known.indexOf(one.toUpperCase()))
  return places.length === 0 || places.includes(-1) ? null : [...new Set(places)].sort()
}

/** What is wrong between rows: a question twice. */
export function groupRows(rows: readonly ReadQuestion[], faults: Fault<ColumnKey>[]): readonly ReadQuestion[] {
  const byKey = new Map<string, ReadQuestion[]>()
  for (const one of rows) byKey.set(keyOfRead(one), [...(byKey.get(keyOfRead(one)) ?? []), one])
  for (const alike of byKey.values())
    if (alike.length > 1) faults.push(...alike.slice(1).map((one) => faultAt(one, 'ask', twice(alike))))
  return rows
}
function twice(rows: readonly ReadQuestion[]): Said {
  const said = rowsSaid(rows.map(({ row }) => row))
  return {
    vi: `Câu hỏi này, với những ý này, có ở nhiều dòng: ${said.vi}.`,
    en: `This question with these choices stands in several: ${said.en}.`,
  }
}

export type Counts = { readonly questions: number; readonly added: number; readonly unchanged: number }
/** Those that the bank does not have yet. */
export function newOnes(read: readonly ReadQuestion[], known: readonly string[]): ReadQuestion[] {
  const there = new Set(known)
  return read.filter((one) => !there.has(keyOfRead(one)))
}
export function countOf(read: readonly ReadQuestion[], known: readonly string[]): Counts {
  const added = newOnes(read, known).length
  return { questions: read.length, added, unchanged: read.length - added }
}

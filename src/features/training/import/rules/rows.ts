/** One row of the file into one topic, or everything that is wrong with it, in words. Pure. */
import { levels as levelNames, levelWords } from '#features/areas/words.ts'
import { type Fault, type FileRow, faultAt, rowsSaid, unknownWord } from '#kernel/imports.ts'
import { same } from '#kernel/revisions.ts'
import { fold, type Said, tidy } from '#kernel/text.ts'
import {
  areaConditionNames,
  areaConditions,
  audiencePostNames,
  audiencePosts,
  codePattern,
  type Topic,
} from '../../frameworks/model.ts'
import { circleSaid, findCircle, nowhereOf } from '../../frameworks/rules.ts'
import { type ColumnKey, columns } from './columns.ts'

export type ReadTopic = Omit<Topic, 'frameworkTopicId'> & { readonly row: number }
/** The topics that the draft has. */
export type Against = { readonly topics: readonly Topic[] }
type Row = FileRow<ColumnKey>

const pieces = (cell: string): string[] =>
  cell
    .split(/[;\n]/)
    .map(tidy)
    .filter((one) => one !== '')

/** Finds a code by its words in either language, or by itself. */
function finder<C extends string>(names: readonly C[], wordsOf: (name: C) => readonly string[]) {
  const known = new Map(names.flatMap((name) => [name, ...wordsOf(name)].map((word) => [fold(word), name] as const)))
  return (word: string): C | null => known.get(fold(word)) ?? null
}
const findPost = finder(audiencePostNames, (name) => [audiencePosts[name].vi, audiencePosts[name].en])
const findCondition = finder(areaConditionNames, (name) => [areaConditions[name].vi, areaConditions[name].en])
const shortLevels = {
  nation: 'trung ương',
  province: 'tỉnh',
  district: 'huyện',
  commune: 'xã',
  village: 'thôn',
} as const
const findLevel = finder(levelNames, (name) => [shortLevels[name], levelWords[name].vi, levelWords[name].en])

function whole(cell: string, [least, most]: readonly [number, number]): number | null {
  const number = Number(cell)
  return /^\d{1,4}$/.test(cell.trim()) && number >= least && number <= most ? number : null
}
const hours = [0, 2000] as const
const months = [1, 240] as const

const codeFault: Said = {
  vi: 'Mã chuyên đề không có dấu cách, dấu phẩy, dấu chấm phẩy, dài nhất 20 ký tự.',
  en: 'A topic code has no spaces, commas or semicolons, and 20 letters at most.',
}

const notThere = ({ vi, en }: Said): Said => ({
  vi: `Không ai giữ chức danh “${vi}” ở các cấp này.`,
  en: `Nobody holds the post “${en}” at these levels.`,
})

/** Reads rows; `faults` takes what is wrong, and then the answer is null. */
export function rowReader() {
  const isCode = new RegExp(codePattern)
  return ({ row, cells }: Row, faults: Fault<ColumnKey>[]): ReadTopic | null => {
    const before = faults.length
    const many = <C extends string>(key: ColumnKey, find: (word: string) => C | null): C[] => {
      const found = pieces(cells[key]).flatMap((word) => {
        const code = find(word)
        if (code === null) faults.push(faultAt({ row }, key, unknownWord(columns[key], word)))
        return code === null ? [] : [code]
      })
      return [...new Set(found)]
    }
    const number = (key: ColumnKey, bounds: readonly [number, number]): number | null => {
      if (cells[key] === '') return null
      const found = whole(cells[key], bounds)
      if (found === null) faults.push(faultAt({ row }, key, unknownWord(columns[key], cells[key])))
      return found
    }
    const code = tidy(cells.code)
    if (code !== '' && !isCode.test(code)) faults.push(faultAt({ row }, 'code', codeFault))
    const topic = {
      ...{ row, code, title: tidy(cells.title), objective: tidy(cells.objective), contents: tidy(cells.contents) },
      ...{ theoryHours: number('theory', hours), practiceHours: number('practice', hours) },
      ...{ posts: many('posts', findPost), levels: many('levels', findLevel) },
      areaConditions: many('areas', findCondition),
      requires: many('requires', (word) => (isCode.test(word) ? word : null)),
      recursAfter: number('recurs', months),
    }
    for (const post of nowhereOf(topic)) faults.push(faultAt({ row }, 'levels', notThere(audiencePosts[post])))
    return faults.length > before ? null : topic
  }
}

/** The topics of the file that come before one and that the draft does not have, and what else has its code. */
export function topicsBefore(rows: readonly Row[], { topics }: Against) {
  const known = new Set(topics.map(({ code }) => code))
  const places = new Map<string, number>()
  const groups: number[][] = []
  for (const { row, cells } of rows) {
    const code = tidy(cells.code)
    const at = places.get(code) ?? groups.push([]) - 1
    places.set(code, at)
    groups[at]?.push(row)
  }
  const before = ({ cells }: Row) =>
    [tidy(cells.code), ...pieces(cells.requires).filter((code) => !known.has(code))].flatMap(
      (code) => places.get(code) ?? [],
    )
  return { groups, of: new Map(rows.map((row) => [row.row, before(row)] as const)), deep: true }
}

/** What is wrong between rows: a code twice, a topic before it that is nowhere, a circle. */
export function groupRows(rows: readonly ReadTopic[], faults: Fault<ColumnKey>[], { topics }: Against) {
  const byCode = new Map<string, ReadTopic[]>()
  for (const one of rows) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one])
  for (const [code, same] of byCode)
    if (same.length > 1) faults.push(...same.slice(1).map((one) => faultAt(one, 'code', codeTwice(code, same))))
  const after = [...topics.filter(({ code }) => !byCode.has(code)), ...rows]
  const codes = new Set(after.map(({ code }) => code))
  for (const one of rows)
    for (const before of one.requires) if (!codes.has(before)) faults.push(faultAt(one, 'requires', nowhere(before)))
  const circle = findCircle(after)
  const [first] = circle ? rows.filter(({ code }) => circle.includes(code)) : []
  if (circle && first) faults.push(faultAt(first, 'requires', inCircle(circle)))
  return rows
}

const codeTwice = (code: string, rows: readonly ReadTopic[]): Said => {
  const said = rowsSaid(rows.map(({ row }) => row))
  return { vi: `Mã ${code} có ở nhiều dòng: ${said.vi}.`, en: `The code ${code} stands in several: ${said.en}.` }
}
const nowhere = (code: string): Said => ({
  vi: `Không có chuyên đề ${code} trong tệp, cũng không có trong bản thảo.`,
  en: `There is no topic ${code} in the file nor in the draft.`,
})
const inCircle = (circle: readonly string[]): Said => ({
  vi: `Thứ tự học trước thành vòng: ${circleSaid(circle)}.`,
  en: `What comes before what goes in a circle: ${circleSaid(circle)}.`,
})

export type Outcome = 'added' | 'changed' | 'unchanged'

/** What writing a row would do to the draft. */
export function outcomeOf({ row: _row, ...read }: ReadTopic, topics: readonly Topic[]): Outcome {
  const now = topics.find(({ code }) => code === read.code)
  if (!now) return 'added'
  const { frameworkTopicId: _id, ...fields } = now
  return same(read, fields) ? 'unchanged' : 'changed'
}

export type Counts = { readonly topics: number } & Readonly<Record<Outcome, number>>
export function countOf(read: readonly ReadTopic[], topics: readonly Topic[]): Counts {
  const outcomes = read.map((one) => outcomeOf(one, topics))
  const of = (what: Outcome) => outcomes.filter((one) => one === what).length
  return { topics: read.length, added: of('added'), changed: of('changed'), unchanged: of('unchanged') }
}

/** One row of the file into a person and a post, or everything that is wrong with it, in words. Pure. */
import type { Level } from '#features/areas/words.ts'
import { saidAlone } from '#kernel/alone.ts'
import { findBirth, findDay, findSex, wordFinder } from '#kernel/cells.ts'
import { citizenIdFaults, faultOfCitizenId, tidyCitizenId } from '#kernel/citizenId.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import { findEthnicity, likeEthnicity } from '#kernel/ethnicity.ts'
import type { AreaId } from '#kernel/ids.ts'
import { type Fault, type FileRow, faultAt, mustBeFilled, unknownWord } from '#kernel/imports.ts'
import { zeroLost } from '#kernel/phones.ts'
import { type Said, tidy } from '#kernel/text.ts'
import { type Standing, standingWords } from '../../roster/model.ts'
import { rosterProblem } from '../../roster/problems.ts'
import { faultOfPlace, faultsOfPerson, tidied, type Who } from '../../roster/rules.ts'
import { type ColumnKey, columns } from './columns.ts'
import { keeperOf, type Unit, unitFinder } from './units.ts'

export type Post = {
  readonly post: string
  readonly said: Said
  readonly levels: readonly Level[]
  /** What else offices call it. */
  readonly alsoCalled: readonly string[]
}
/** What a file is read against. */
export type Against = { readonly posts: readonly Post[]; readonly units: readonly Unit[]; readonly today: PlainDate }

export type ReadPost = {
  readonly row: number
  readonly post: string
  readonly areaId: AreaId
  readonly standing: Standing
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly decisionNumber: string
  readonly decidedOn: PlainDate | null
}
export type ReadRow = {
  readonly row: number
  readonly who: Who
  readonly sexAsWritten: string
  /** '' where the file says none. */
  readonly citizenId: string
  /** Whose record it is where the person is new. */
  readonly keeper: AreaId
  readonly holds: ReadPost | null
}

type Row = FileRow<ColumnKey>
/** What a cell nearly says. */
type Like = (cell: string) => string | null
type Reading = {
  readonly row: Row
  readonly fault: (key: ColumnKey, said: Said) => void
  readonly as: <V>(key: ColumnKey, find: (cell: string) => V | null, like?: Like) => V | undefined
}

const findStanding = wordFinder<Standing>(standingWords, { acting: ['quyền', 'phụ trách'] })

/** Which posts there are, as a refusal names them. */
const postsAllowed = (posts: readonly Post[]): Said => ({
  vi: `một trong ${posts.map(({ said }) => `“${said.vi}”`).join('; ')}, hoặc tên thường gọi như Trưởng thôn, Điều tra viên (xem đủ ở tờ Hướng dẫn của tệp mẫu)`,
  en: `one of ${posts.map(({ said }) => `“${said.en}”`).join('; ')}, or a common name (the guide sheet of the template lists them)`,
})

/** Reads rows; `faults` takes what is wrong, and then the answer is null. */
export function rowReader({ posts, units, today }: Against) {
  const findUnit = unitFinder(units)
  const known = new Map(posts.map((one) => [one.post, one]))
  const findPost = wordFinder(
    Object.fromEntries(posts.map(({ post, said }) => [post, said])),
    Object.fromEntries(posts.map(({ post, alsoCalled }) => [post, alsoCalled])),
  )
  const allowed = postsAllowed(posts)
  return (row: Row, faults: Fault<ColumnKey>[]): ReadRow | null => {
    const before = faults.length
    const fault = (key: ColumnKey, said: Said) => faults.push(faultAt(row, key, said))
    const as = <V>(key: ColumnKey, find: (cell: string) => V | null, like?: Like): V | undefined => {
      if (row.cells[key] === '') return undefined
      const value = find(row.cells[key])
      const hint = key === 'post' ? allowed : columns[key].hint
      if (value === null) fault(key, unknownWord({ ...columns[key], hint }, row.cells[key], like?.(row.cells[key])))
      return value ?? undefined
    }
    const reading = { row, fault, as }
    const person = readPerson(reading, today)
    const post = known.get(as('post', findPost) ?? '')
    const { unit: name, within } = row.cells
    const unit = name === '' ? null : findUnit({ name, within, levels: post?.levels ?? null })
    if (unit && 'vi' in unit) fault('unit', unit)
    const place = unit && 'areaId' in unit ? unit : null
    const holds = readPost(reading, { post, place, today })
    if (faults.length > before || !person || !place) return null
    return { row: row.row, ...person, keeper: keeperOf(place), holds }
  }
}

function readPerson({ row: { cells }, fault, as }: Reading, today: PlainDate) {
  const [sex, birth, ethnicity] = [
    as('sex', findSex),
    as('birth', findBirth),
    as('ethnicity', findEthnicity, likeEthnicity),
  ]
  const languages = cells.languages.split(/[;,]/).map(tidy).filter(Boolean)
  const spoken = languages.flatMap((word) => {
    const code = findEthnicity(word)
    if (code === null) fault('languages', unknownWord(columns.languages, word, likeEthnicity(word)))
    return code ?? []
  })
  const { name, phone, personalNumber } = cells
  const who = tidied({ name, sex, birth, ethnicity, languages: spoken, phone, personalNumber } as never) as Who
  const lost = zeroLost(who.phone)
  if (name !== '')
    for (const { at, problem } of faultsOfPerson(who, today))
      if (at !== 'phone' || !lost) fault(at, saidAlone(problem.said))
  if (lost) fault('phone', lost)
  const citizenId = tidyCitizenId(cells.citizenId)
  const wrong = citizenId && sex && birth ? faultOfCitizenId(citizenId, { sex, birthYear: birth.year }) : null
  if (wrong) fault('citizenId', citizenIdFaults[wrong])
  return sex && birth && ethnicity ? { who, sexAsWritten: cells.sex, citizenId } : null
}

type At = { readonly post: Post | undefined; readonly place: Unit | null; readonly today: PlainDate }

const columnOf: Readonly<Record<string, ColumnKey>> = {
  'official.post_misplaced': 'post',
  'official.last_far': 'last',
  'official.decided_far': 'decidedOn',
}

/** What is said of a post without naming one. */
const needsPost: Said = {
  vi: 'Hãy ghi chức danh, hoặc để trống cả ngày.',
  en: 'Name the post, or leave the days empty.',
}

function readPost({ row: { row, cells }, fault, as }: Reading, { post, place, today }: At): ReadPost | null {
  const [from, last, decidedOn] = [as('from', findDay), as('last', findDay), as('decidedOn', findDay)]
  const standing = as('standing', findStanding) ?? 'own'
  if (cells.post === '') {
    if (cells.from !== '' || cells.last !== '') fault('post', needsPost)
    return null
  }
  if (cells.from === '') fault('from', mustBeFilled)
  if (from && last && last < from) fault('last', saidAlone(rosterProblem('official.post_period').said))
  if (!from || !post || !place) return null
  const until = last ? addDays(last, 1) : null
  const wrong = faultOfPlace(
    { from, until, decidedOn: decidedOn ?? null },
    { post: { ...post.said, levels: post.levels }, unit: place, name: place.name },
    today,
  )
  if (wrong) fault(columnOf[wrong.code] ?? 'from', saidAlone(wrong.said))
  const decision = { decisionNumber: tidy(cells.decisionNumber), decidedOn: decidedOn ?? null }
  return { row, post: post.post, areaId: place.areaId, standing, from, until, ...decision }
}

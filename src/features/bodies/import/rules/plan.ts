/** What the rows of one body are to it: who joins, who sits there already, and what stands against it. Pure. */
import type { Found, FoundBy } from '#features/people/roster/model.ts'
import { sameBirth } from '#features/people/roster/rules.ts'
import { saidAlone } from '#kernel/alone.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { OfficialId } from '#kernel/ids.ts'
import { countedUp, type Fault, faultAt } from '#kernel/imports.ts'
import { fold, type Said, tidy } from '#kernel/text.ts'
import { type MemberRole, memberRoleWords, type Origin } from '../../model.ts'
import { bodyProblem } from '../../problems.ts'
import { type Span, spanSaid } from '../../rules.ts'
import type { ColumnKey } from './columns.ts'
import type { BodyAt, ReadRow } from './rows.ts'

/** The rows of one body, so that all of them are weighed together. */
export type ReadBody = { readonly body: BodyAt; readonly rows: readonly ReadRow[] }

export type Sitting = Span & {
  readonly officialId: OfficialId
  readonly role: MemberRole
  readonly comesFrom: Origin | null
  /** It was entered by mistake, and never held. */
  readonly annulled: boolean
}
export type Joining = ReadRow & { readonly officialId: OfficialId }
/** What the law of a day counts, with its basis; null where it says nothing. */
export type Most = { readonly most: number; readonly basis: string } | null
export type Law = { readonly residents: Most; readonly deputies: Most; readonly noOfficial: string | null }
export type Office = { readonly said: Said; readonly unit: string }

export type Ground = {
  /** Of each row whom the roster has. */
  readonly found: readonly FoundBy[]
  /** Who sits in the body, has sat and will. */
  readonly members: readonly Sitting[]
  readonly lawOn: (day: PlainDate) => Law
  /** A post of the state at a commune that somebody holds in the time of the row. */
  readonly officeOf: (joining: Joining) => Office | null
  /** Of somebody who is recorded as having died. */
  readonly diedOf: (joining: Joining) => Said | null
}

export type Plan = {
  readonly body: BodyAt
  readonly join: readonly Joining[]
  readonly unchanged: number
  readonly faults: readonly Fault<ColumnKey>[]
  readonly doubts: readonly Fault<ColumnKey>[]
}

const overlaps = (a: Span, b: Span): boolean =>
  (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until)
const holdsOn = ({ from, until }: Span, day: PlainDate): boolean => from <= day && (until === null || day < until)
const isDeputy = ({ role }: Pick<Sitting, 'role'>): boolean => role === 'deputy' || role === 'standing_deputy'
const isResident = ({ comesFrom }: Pick<Sitting, 'comesFrom'>): boolean => comesFrom === 'residents'

export function planOf({ body, rows }: ReadBody, ground: Ground): Plan {
  const faults: Fault<ColumnKey>[] = []
  const doubts: Fault<ColumnKey>[] = []
  const join: Joining[] = []
  const seen: Joining[] = []
  let unchanged = 0
  for (const [at, row] of rows.entries()) {
    const who = whoOf(row, ground.found[at] ?? nobody)
    if (!('officialId' in who)) {
      faults.push(faultAt(row, who.at, who))
      continue
    }
    const joining = { ...row, officialId: who.officialId }
    const twice = seen.find((one) => one.officialId === who.officialId && overlaps(one, row))
    seen.push(joining)
    if (twice) faults.push(faultAt(row, 'name', inRow(twice.row)))
    else if (ground.members.some((one) => isAnnulled(one, joining))) {
      unchanged += 1
      doubts.push(faultAt(row, 'from', wasMistake))
    } else {
      const there = ground.members.find(
        (one) => one.officialId === who.officialId && !one.annulled && overlaps(one, row),
      )
      if (there && isAsSaid(there, joining)) unchanged += 1
      else if (there) faults.push(faultAt(row, 'from', sitsOtherwise(there)))
      else join.push(joining)
      const died = there ? null : ground.diedOf(joining)
      if (died) faults.push(faultAt(row, 'from', died))
    }
  }
  const after = [...ground.members.filter((one) => !one.annulled), ...join]
  for (const one of join) faults.push(...against(one, { body, after, ground }))
  return { body, join, unchanged, faults, doubts }
}

const nobody: FoundBy = { byNumber: null, byId: null, named: [] }
type At = Said & { readonly at: ColumnKey }

/** The one person of the roster who is meant; else why it is none. */
function whoOf(row: ReadRow, { byNumber, byId, named }: FoundBy): Found | At {
  if (row.personalNumber !== '' && !byNumber) return { at: 'personalNumber', ...noNumber }
  if (row.citizenId !== '' && !byId && !byNumber) return { at: 'citizenId', ...noId }
  if (byNumber && byId && byNumber.officialId !== byId.officialId) return { at: 'citizenId', ...idOfAnother }
  const one = byNumber ?? byId
  if (one) return fold(tidy(row.name)) === fold(one.name) ? one : { at: 'name', ...ofAnother }
  const exact = named.filter(({ name }) => name.toLowerCase() === row.name.toLowerCase())
  const fit = (exact.length > 0 ? exact : named).filter(
    ({ birth, unitName }) =>
      (row.birth === null || sameBirth(row.birth, birth)) && (row.keptBy === '' || fold(row.keptBy) === fold(unitName)),
  )
  const [first, ...others] = fit
  if (!first) return { at: 'name', ...(named.length > 0 ? otherwise(named) : noName(row.name)) }
  return others.length > 0 ? { at: 'name', ...several(fit) } : first
}

const peopleSaid = (all: readonly Found[]): Said =>
  countedUp(
    all.map(({ name, birth, unitName }) => {
      const said = `${name} (${birth.year}, ${unitName})`
      return { vi: said, en: said }
    }),
    { vi: 'người', en: 'people' },
    '; ',
  )
const noNumber: Said = {
  vi: 'Sổ cán bộ không có ai mang số hiệu này trong phạm vi của bạn. Hãy ghi người ấy vào sổ trước.',
  en: 'The roster has nobody of this number in your reach. Enter the person there first.',
}
const noId: Said = {
  vi: 'Sổ cán bộ không có ai mang số CCCD này trong phạm vi của bạn. Hãy ghi người ấy vào sổ trước.',
  en: 'The roster has nobody of this citizen id in your reach. Enter the person there first.',
}
const idOfAnother: Said = {
  vi: 'Số CCCD này trong sổ là của người có số hiệu khác.',
  en: 'In the roster this citizen id is that of a person with another number.',
}
/** Whose it is is not said: a list of numbers would be answered with names, and nothing would tell of it. */
const ofAnother: Said = {
  vi: 'Số ghi ở dòng này trong sổ là của người có họ tên khác. Hãy xem lại số hoặc họ tên.',
  en: 'In the roster the number of this row is that of somebody of another name. Look at the number or the name again.',
}
const noName = (name: string): Said => ({
  vi: `Sổ cán bộ không có ai tên “${name}” trong phạm vi của bạn. Hãy ghi người ấy vào sổ trước, có thể không kèm chức danh.`,
  en: `The roster has nobody named “${name}” in your reach. Enter the person there first, without a post if they hold none.`,
})
const otherwise = (named: readonly Found[]): Said => {
  const { vi, en } = peopleSaid(named)
  return {
    vi: `Sổ có người tên này nhưng khác năm sinh hoặc khác đơn vị: ${vi}. Hãy xem lại.`,
    en: `The roster has the name with another birth or unit: ${en}. Look again.`,
  }
}
const several = (fit: readonly Found[]): Said => {
  const { vi, en } = peopleSaid(fit)
  return {
    vi: `Sổ có ${fit.length} người tên này: ${vi}. Hãy ghi năm sinh, đơn vị giữ hồ sơ hoặc số hiệu để biết là ai; nếu là một người thì gộp ở Cán bộ, Hồ sơ trùng.`,
    en: `The roster has ${fit.length} people of this name: ${en}. Write the birth, the unit or the number to say who is meant; if they are one person, join the records.`,
  }
}

const inRow = (row: number): Said => ({
  vi: `Dòng ${row} đã ghi người này là thành viên Ban này trong thời gian đó.`,
  en: `Row ${row} has this person in this body in that time already.`,
})

/** Somebody took the place back as a mistake, and the file says it still: it does not give it again. */
const isAnnulled = (one: Sitting, joining: Joining): boolean =>
  one.annulled && one.officialId === joining.officialId && one.from === joining.from && one.role === joining.role
const wasMistake: Said = {
  vi: 'Ban đã bỏ thành viên này vì ghi nhầm, nên tệp không ghi lại. Nếu đúng là thành viên, hãy ghi ở trang của Ban.',
  en: 'The body took this member back as a mistake, so the file does not enter them again. If they are one, do so on its page.',
}

const isAsSaid = (there: Sitting, { role, comesFrom, from, until }: Joining): boolean =>
  there.role === role && there.comesFrom === comesFrom && there.from === from && there.until === until
function sitsOtherwise(there: Sitting): Said {
  const { vi, en } = spanSaid(there)
  const role = memberRoleWords[there.role]
  return {
    vi: `Ban đã ghi người này là ${role.vi} ${vi}, khác với dòng này. Hãy ghi như vậy, hoặc sửa ở trang của Ban trước.`,
    en: `The body has this person as ${role.en} ${en}, otherwise than this row. Write it so, or change it on its page first.`,
  }
}

type Weighing = { readonly body: BodyAt; readonly after: readonly (Sitting | Joining)[]; readonly ground: Ground }

/** What the body and the law of the first day forbid, with all others of the file there. */
function* against(one: Joining, { body, after, ground }: Weighing): Generator<Fault<ColumnKey>> {
  const others = after.filter((other) => other !== one && overlaps(other, one))
  const head = one.role === 'head' && others.find(({ role }) => role === 'head')
  if (head) yield faultAt(one, 'role', twoHeads(head))
  const law = ground.lawOn(one.from)
  const residents = mostOf(others.filter(isResident), one)
  if (law.residents && isResident(one) && residents >= law.residents.most)
    yield faultAt(one, 'comesFrom', tooMany('bodies.too_many_residents', { count: residents, law: law.residents }))
  const deputies = mostOf(others.filter(isDeputy), one)
  if (law.deputies && isDeputy(one) && deputies >= law.deputies.most)
    yield faultAt(one, 'role', tooMany('bodies.too_many_deputies', { count: deputies, law: law.deputies }))
  const office = body.kind === 'supervision' && law.noOfficial ? ground.officeOf(one) : null
  if (office && law.noOfficial) yield faultAt(one, 'name', inOffice(office, law.noOfficial))
}

/** The most at once, on any day of the row. */
const mostOf = (others: readonly Span[], { from }: Span): number => {
  const days = [from, ...others.map((one) => (one.from > from ? one.from : from))]
  return Math.max(0, ...days.map((day) => others.filter((one) => holdsOn(one, day)).length))
}

function twoHeads(head: Sitting | Joining): Said {
  const { vi, en } = spanSaid(head)
  const where = 'row' in head ? { vi: ` (dòng ${head.row})`, en: ` (row ${head.row})` } : { vi: '', en: '' }
  return {
    vi: `Ban đã có Trưởng ban ${vi}${where.vi}. Mỗi lúc chỉ có một Trưởng ban.`,
    en: `The body has a head ${en}${where.en}. It has one at a time.`,
  }
}
const tooMany = (
  code: 'bodies.too_many_residents' | 'bodies.too_many_deputies',
  { count, law: { most, basis } }: { readonly count: number; readonly law: NonNullable<Most> },
): Said => saidAlone(bodyProblem(code, { count, most, basis }).said)
const inOffice = ({ said, unit }: Office, basis: string): Said =>
  saidAlone(bodyProblem('bodies.holds_office', { post: said.vi, postEn: said.en, unit, basis }).said)

/** Rows by their bodies, in the order of the file. */
export function groupRows(rows: readonly ReadRow[]): ReadBody[] {
  const groups = new Map<string, { body: BodyAt; rows: ReadRow[] }>()
  for (const row of rows) {
    const group = groups.get(row.body.bodyId) ?? { body: row.body, rows: [] }
    group.rows.push(row)
    groups.set(row.body.bodyId, group)
  }
  return [...groups.values()]
}

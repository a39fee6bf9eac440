/** What a person of the file is to the roster: new, known with something to change, or known as they are. Pure. */
import { saidAlone } from '#kernel/alone.ts'
import { showDate } from '#kernel/dates.ts'
import type { OfficialId } from '#kernel/ids.ts'
import { type Fault, faultAt } from '#kernel/imports.ts'
import { same } from '#kernel/revisions.ts'
import { fold, type Said } from '#kernel/text.ts'
import type { Appointment } from '../../roster/model.ts'
import { rosterProblem } from '../../roster/problems.ts'
import { faultOfAge, faultOfDeath, isOfAge, sameBirth, type Who } from '../../roster/rules.ts'
import type { ColumnKey } from './columns.ts'
import { isSaid, overlaps, type ReadPerson } from './group.ts'
import type { ReadPost } from './rows.ts'

/** Somebody of the roster as found: by personal number, by citizen id, by name with birth and unit; or only alike. */
export type Hit = { readonly how: 'number' | 'id' | 'name' | 'alike'; readonly officialId: OfficialId | null }
export type Known = Who & {
  readonly officialId: OfficialId
  readonly unitName: string
  readonly takenOver: readonly string[]
  readonly idIndex: string | null
  readonly appointments: readonly Appointment[]
}
/** `idIndex`: of the citizen id that the file says. */
export type Asked = { readonly person: ReadPerson; readonly idIndex: string | null; readonly hits: readonly Hit[] }

export const whoFields = ['name', 'sex', 'birth', 'ethnicity', 'languages', 'phone', 'personalNumber'] as const
export type Field = (typeof whoFields)[number] | 'citizenId'

export type Plan = {
  readonly person: ReadPerson
  /** Null: somebody new. */
  readonly known: Known | null
  /** What the file says otherwise than the roster. */
  readonly fields: readonly Field[]
  readonly give: readonly ReadPost[]
  readonly faults: readonly Fault<ColumnKey>[]
  readonly doubts: readonly Fault<ColumnKey>[]
}

type Book = ReadonlyMap<OfficialId, Known>

export function planOf(asked: Asked, book: Book): Plan {
  const { person } = asked
  const faults: Fault<ColumnKey>[] = []
  const known = findKnown(asked, book, faults)
  const fields = known ? changedIn(asked, known) : []
  const held = known?.appointments ?? []
  const give = person.posts.filter((post) => !isAnnulled(post, held) && isNew(post, held, faults))
  faults.push(...give.flatMap((post) => afterDeath(post, known)), ...tooYoung(person, give, held))
  const annulled = person.posts.filter((post) => isAnnulled(post, held))
  const doubts = [
    ...(known
      ? fields.flatMap((field) => replaces(field, { asked, known }))
      : alikeTo(asked, book).map((said) => faultAt(person, 'name', said))),
    ...annulled.map((post) => faultAt(post, 'post', wasMistake)),
  ]
  return { person, known, fields, give, faults, doubts }
}

/** Two of the file who are one person of the roster: each is told the row of the other. `rowsOf`: of the whole file, by who they are. */
export const nobodyTwice = (rowsOf: Iterable<readonly number[]>): Fault<ColumnKey>[] =>
  [...rowsOf].flatMap((rows) =>
    rows.length < 2
      ? []
      : rows.map((row) => faultAt<ColumnKey>({ row }, 'name', sameAs(rows.filter((one) => one !== row).join(', ')))),
  )
const sameAs = (rows: string): Said => ({
  vi: `Dòng này và dòng ${rows} cùng là một người trong sổ. Hãy ghi số hiệu và số CCCD giống nhau ở mọi dòng của người ấy, hoặc bỏ bớt dòng.`,
  en: `This row and row ${rows} are one person of the roster. Write the same numbers in all rows of that person, or leave rows out.`,
})

function findKnown({ person, idIndex, hits }: Asked, book: Book, faults: Fault<ColumnKey>[]): Known | null {
  const fault = (column: ColumnKey, said: Said) => {
    faults.push(faultAt(person, column, said))
    return null
  }
  const found = (how: Hit['how']) => hits.filter((hit) => hit.how === how)
  const [byNumber] = found('number')
  const [byId] = found('id')
  if (byNumber && !byNumber.officialId) return fault('personalNumber', numberElsewhere)
  if (byId && !byId.officialId) return fault('citizenId', idElsewhere)
  if (byNumber && byId && byNumber.officialId !== byId.officialId) return fault('citizenId', idOfAnother)
  const id = (byNumber ?? byId)?.officialId
  if (id) return book.get(id) ?? null
  const { personalNumber } = person.who
  const named = found('name').flatMap(({ officialId }) => {
    const one = officialId ? book.get(officialId) : undefined
    const apart = (personalNumber !== '' && one?.personalNumber) || (idIndex !== null && one?.idIndex) || !one
    return apart || !sameBirth(person.who.birth, one.birth) ? [] : [one]
  })
  return named.length > 1 ? fault('name', severalNamed(named.length)) : (named[0] ?? null)
}

/** Of a birth the file must say more or other than the roster; of what it leaves empty nothing changes. */
function changedIn({ person: { who }, idIndex }: Asked, known: Known): Field[] {
  const { birth } = who
  const changed = whoFields.filter((field) => {
    const said = who[field]
    if (!isSaid(said)) return false
    if (field !== 'birth') return !same(said, known[field])
    const more = (birth.month !== undefined && !known.birth.month) || (birth.day !== undefined && !known.birth.day)
    return more || !sameBirth(birth, known.birth)
  })
  return idIndex !== null && idIndex !== known.idIndex ? [...changed, 'citizenId'] : changed
}

/** A post that somebody took back as a mistake, as the file says it still: a file does not give it again. */
const isAnnulled = (post: ReadPost, held: readonly Appointment[]): boolean => {
  const same = held.filter((one) => one.post === post.post && one.areaId === post.areaId && one.from === post.from)
  return same.length > 0 && same.every((one) => one.because === 'entered_by_mistake')
}
const wasMistake: Said = {
  vi: 'Sổ đã bỏ chức danh này vì ghi nhầm, nên tệp không giao lại. Nếu đúng là có giữ, hãy giao ở trang của người ấy.',
  en: 'The roster took this post back as a mistake, so the file does not give it again. If it is held, appoint on the page of the person.',
}

/** A post that the roster has as the file says it is passed over; one that it has otherwise is told. */
function isNew(post: ReadPost, held: readonly Appointment[], faults: Fault<ColumnKey>[]): boolean {
  const there = held.filter((one) => one.until !== one.from).find((one) => overlaps(post, one))
  if (!there) return true
  const asSaid =
    there.from === post.from &&
    there.until === post.until &&
    there.standing === post.standing &&
    (post.decisionNumber === '' || post.decisionNumber === (there.decisionNumber ?? '')) &&
    (post.decidedOn === null || post.decidedOn === there.decidedOn)
  if (!asSaid) faults.push(faultAt(post, 'from', heldOtherwise(there)))
  return false
}

/** `until` of a post that ended by death is the first day after it. */
function afterDeath(post: ReadPost, known: Known | null): Fault<ColumnKey>[] {
  const ended =
    known?.appointments.filter(({ because }) => because === 'died').flatMap(({ until }) => until ?? []) ?? []
  const [since] = ended.sort()
  const fault = known && since ? faultOfDeath({ name: known.name, since }, post) : null
  return fault ? [faultAt(post, 'from', saidAlone(fault.said))] : []
}

/** A post from a time when the person was a child; of a birth that the file changes, those too that the roster has. */
function tooYoung({ row, who: { birth } }: ReadPerson, give: readonly ReadPost[], held: readonly Appointment[]) {
  const early = give.flatMap((post) => {
    const fault = faultOfAge(birth, post)
    return fault ? [faultAt<ColumnKey>(post, 'from', saidAlone(fault.said))] : []
  })
  const stood = held.filter(({ from, until }) => from !== until && !isOfAge(birth, from))
  const [first] = stood.map(({ from }) => from).sort()
  if (!first) return early
  const after = rosterProblem('official.born_after', { day: showDate(first), year: String(birth.year) })
  return [...early, faultAt<ColumnKey>({ row }, 'birth', saidAlone(after.said))]
}

/** A particular is not shown: who opens it is noted. The name is in every list. */
function replaces(field: Field, { asked, known }: { asked: Asked; known: Known }): Fault<ColumnKey>[] {
  if (field !== 'name') return isHeld(field, known) ? [faultAt(asked.person, field, otherwise)] : []
  return [faultAt(asked.person, field, tellsWhose(asked, known) ? nameOfId : otherName(known))]
}
/** A list of citizen ids with any names would be answered with whose they are, and nothing would tell of it. */
const tellsWhose = ({ person, hits }: Asked, { name }: Known): boolean =>
  !hits.some(({ how }) => how === 'number') && fold(person.who.name) !== fold(name)
const isHeld = (field: Exclude<Field, 'name'>, known: Known): boolean =>
  field === 'citizenId' ? known.idIndex !== null : isSaid(known[field])

function alikeTo({ hits }: Asked, book: Book): Said[] {
  const alike = hits.flatMap(({ officialId }) => (officialId ? (book.get(officialId) ?? []) : []))
  const said = alike.map(({ name, birth, unitName }) => `${name} (${birth.year}, ${unitName})`).join('; ')
  return said === ''
    ? []
    : [
        {
          vi: `Sổ đã có người cùng tên, cùng năm sinh: ${said}. Người trong tệp sẽ được ghi thành người mới; nếu là một người, hãy ghi số hiệu hoặc số CCCD đã có trong sổ.`,
          en: `The roster has somebody of this name and year of birth: ${said}. The file's would be entered as another; if they are one, write the number that the roster has.`,
        },
      ]
}

const numberElsewhere: Said = {
  vi: 'Số hiệu này đã ghi cho một người do đơn vị khác giữ hồ sơ. Hãy bỏ dòng này; đơn vị ấy cập nhật người ấy.',
  en: 'This number is that of a person whose record another unit keeps. Leave the row out; that unit keeps it up to date.',
}
const idElsewhere: Said = {
  vi: 'Số CCCD này đã ghi cho một cán bộ do đơn vị khác giữ hồ sơ. Hãy bỏ dòng này; đơn vị ấy cập nhật người ấy.',
  en: 'This citizen id is that of an official whose record another unit keeps. Leave the row out; that unit keeps it up to date.',
}
const idOfAnother: Said = {
  vi: 'Số CCCD này trong sổ là của người có số hiệu khác.',
  en: 'In the roster this citizen id is that of a person with another number.',
}
const severalNamed = (count: number): Said => ({
  vi: `Sổ có ${count} hồ sơ cùng tên, cùng năm sinh ở đơn vị này, nên không biết dòng này là của ai. Mở Cán bộ, “Hồ sơ có thể trùng”: là một người thì gộp; là nhiều người thì ghi số hiệu hoặc số CCCD vào hồ sơ của người ấy, rồi ghi đúng số ấy ở dòng này.`,
  en: `The roster has ${count} records of this name and year of birth at this unit, so nobody knows whose row this is. Open Officials, “Records that may be of one person”: join them if they are one; otherwise write the personal number or the citizen id into the right record, and the same number in this row.`,
})
function heldOtherwise({ from, until }: Appointment): Said {
  const vi = until ? `đến trước ngày ${showDate(until)}` : 'đang giữ'
  const en = until ? `until before ${showDate(until)}` : 'still held'
  return {
    vi: `Sổ đã ghi người này giữ chức danh này tại đơn vị này từ ${showDate(from)}, ${vi}, khác với dòng này. Hãy ghi như sổ, hoặc sửa ở trang của người ấy trước.`,
    en: `The roster has the person in this post at this unit from ${showDate(from)}, ${en}, otherwise than this row. Write it as the roster has it, or change it on the person's page first.`,
  }
}
const otherName = ({ name }: Known): Said => ({
  vi: `Trong sổ người này tên ${name}; tên sẽ được thay theo tệp.`,
  en: `In the roster the person is ${name}; the name would be replaced.`,
})
const nameOfId: Said = {
  vi: 'Trong sổ số CCCD này ghi với họ tên khác; tên sẽ được thay theo tệp. Không phải một người thì xem lại số.',
  en: 'In the roster this citizen id stands with another name, which would be replaced. If they are two people look at the number again.',
}
const otherwise: Said = {
  vi: 'Sổ ghi khác; sẽ được thay theo tệp.',
  en: 'The roster has it otherwise; it would be replaced.',
}

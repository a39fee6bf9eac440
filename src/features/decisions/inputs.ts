/** What the papers of a decision say, from what was fixed with its draft: words and days only, ready to print. */

import { ethnicGroups } from '#features/households/model/ethnicity.ts'
import { relationWords } from '#features/households/model/words.ts'
import { groundsOf } from '#features/rounds/rules/grounds.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import { addDays, type PlainDate, plainDate, showDate, yearOf } from '#kernel/dates.ts'
import type {
  AnnexHousehold,
  CertificateInput,
  DecisionInput,
  HouseholdListInput,
  ListedClass,
  ListedHousehold,
  ListedMember,
  ListedMovement,
} from './documents/types.ts'
import type { Movement } from './model.ts'
import type { Place } from './place.ts'
import type { DecisionRow } from './queries/decisions.ts'
import type { SaidMember } from './rules/content.ts'
import { signatureOf } from './rules/signing.ts'
import type { EntryRow } from './views.ts'

/** Everything the papers of one decision are made from. */
export type Source = {
  readonly row: DecisionRow
  readonly place: Place
  readonly standard: Standard
  readonly entries: readonly EntryRow[]
}

type Listed = EntryRow & { readonly class: ListedClass }
const listedOf = (entries: readonly EntryRow[]): Listed[] =>
  entries.filter((e): e is Listed => e.class === 'poor' || e.class === 'near_poor')

/** The day the classes hold from; of an ad hoc decision not signed yet, null. */
export const holdFromOf = (row: DecisionRow): PlainDate | null => row.classesHoldFrom ?? row.namedDay
const yearFor = (row: DecisionRow): number => yearOf(holdFromOf(row) ?? row.windowUntil)

const ethnicityOf = (code: string | undefined): string | null => ethnicGroups.find((g) => g.code === code)?.name ?? null

const memberOf = (m: SaidMember): ListedMember => ({
  name: m.name,
  birthYear: m.birthYear,
  sex: m.sex,
  relation: relationWords[m.relation].vi,
})

const annexOf = ({ class: held, content }: Listed): AnnexHousehold => {
  const [head] = content.members
  return {
    head: content.head,
    birthYear: head?.birthYear ?? null,
    sex: head?.sex ?? null,
    ethnicity: ethnicityOf(head?.ethnicity),
    village: content.village,
    members: content.members.length,
    class: held,
  }
}

const countOf = (entries: readonly EntryRow[], of: EntryRow['class']): number =>
  entries.filter((e) => e.class === of).length

/**
 * Wording is ours after the general habit of a decision (the official form was not seen; the paper says so at its foot);
 * the legal bases are those of the standard and the procedure (QĐ 24/2021/QĐ-TTg).
 */
export function decisionInput(source: Source): DecisionInput {
  const { row, place, standard, entries } = source
  const from = holdFromOf(row)
  const what = `công nhận hộ nghèo, hộ cận nghèo ${place.inText} năm ${yearFor(row)}`
  const counts = `${countOf(entries, 'poor')} hộ nghèo và ${countOf(entries, 'near_poor')} hộ cận nghèo`
  const since = from ? `từ ngày ${showDate(from)}` : 'từ ngày ký'
  return {
    issuer: place.issuer,
    number: row.number,
    day: row.signedOn,
    subject: what,
    authority: `Chủ tịch Ủy ban nhân dân ${place.inText}`,
    grounds: [
      ...groundsOf(standard.legal, row.signedOn ?? row.windowUntil).map((title) => `Căn cứ ${title}`),
      `Xét đề nghị của Ban Chỉ đạo rà soát hộ nghèo, hộ cận nghèo ${place.inText}`,
    ],
    articles: [
      `Công nhận ${counts} của ${place.inText} năm ${yearFor(row)} (có danh sách kèm theo).`,
      `Quyết định này có hiệu lực ${since}.`,
      'Công chức phụ trách công tác giảm nghèo, trưởng các thôn và các hộ gia đình có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.',
    ],
    recipients: ['Như Điều 3;', 'Ủy ban nhân dân cấp trên (báo cáo);', 'Lưu: VT.'],
    signer: signatureOf(row, 'chair'),
    households: listedOf(entries).map(annexOf),
    auditRoot: null,
    signed: row.signed,
  }
}

/** As many years as the standard still holds: the grid of the certificate. */
const gridYearsOf = (standard: Standard, year: number): number =>
  Math.max(1, yearOf(addDays(plainDate(standard.validity.until), -1)) - year + 1)

/** One certificate for each poor and near-poor household, in the order of the list. */
export const certificateInputs = (source: Source): CertificateInput[] =>
  listedOf(source.entries).map((entry) => {
    const { row, place, standard } = source
    const { members, ...said } = entry.content
    const [head] = members
    const year = entry.certificateYear ?? yearFor(row)
    const signed = row.number && row.signedOn ? `số ${row.number} ngày ${showDate(row.signedOn)}` : null
    return {
      issuer: place.issuer,
      number: entry.certificateNumber ?? `......../GCN-${year}`,
      day: row.signedOn,
      class: entry.class,
      head: { name: said.head, birthYear: head?.birthYear ?? null, sex: head?.sex ?? null },
      ethnicity: ethnicityOf(head?.ethnicity),
      address: [said.address, said.village, place.address].filter((part) => part !== '').join(', '),
      members: members.map(memberOf),
      year,
      gridYears: gridYearsOf(standard, year),
      decision: signed && `Quyết định ${signed} của Chủ tịch Ủy ban nhân dân ${place.inText}`,
      signer: signatureOf(row, 'committee'),
      signed: entry.certificateSigned,
    }
  })

/** The columns of forms 14 and 15: who comes from another list is new to this one. */
const listedMovement = (movement: Movement): ListedMovement | null => {
  if (movement === 'stays' || movement === 'fell_back') return movement
  return movement === 'newly' || movement === 'poor_to_near' || movement === 'near_to_poor' ? 'newly' : null
}

const listedHousehold = ({ movement, content }: Listed): ListedHousehold => ({
  members: content.members.map((m) => ({ ...memberOf(m), ethnicity: ethnicityOf(m.ethnicity) })),
  movement: listedMovement(movement),
  merit: content.merit,
  // "DTTS tại chỗ" is one province's column; nothing here tells who counts, so it is left for the pen.
  localMinority: false,
  noLabour: content.noLabour,
  supports: content.supports,
})

/** The detailed list of one class, by village. */
export function listInput(source: Source, of: ListedClass): HouseholdListInput {
  const entries = listedOf(source.entries).filter((e) => e.class === of)
  const villages = [...new Set(entries.map((e) => e.villageId))]
  return {
    class: of,
    issuer: source.place.issuer,
    year: yearFor(source.row),
    day: source.row.signedOn,
    groups: villages.map((village) => {
      const households = entries.filter((e) => e.villageId === village)
      return { name: households[0]?.content.village ?? '', households: households.map(listedHousehold) }
    }),
    signer: signatureOf(source.row, 'committee'),
  }
}

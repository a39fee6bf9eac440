/** What the papers of a decision say, from what was fixed with its draft: words and days only, ready to print. */

import { relationWords } from '#features/households/model/words.ts'
import type { Correction } from '#features/papers/corrections.ts'
import { groundsOf } from '#features/rounds/rules/grounds.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import { addDays, dayInWords, type PlainDate, plainDate, showDate, yearOf } from '#kernel/dates.ts'
import { ethnicGroups } from '#kernel/ethnicity.ts'
import type { CorrectionId } from '#kernel/ids.ts'
import { inARow, numberAndDay } from '#platform/server/documents/words.ts'
import type { Told } from './correction/model.ts'
import { ledTo, placeWritten } from './correction/rules.ts'
import type {
  AnnexHousehold,
  CertificateInput,
  Corrected,
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
import { countsInWords, fixesAll, groundLines, namesEarlier } from './rules/grounds.ts'
import { signatureOf } from './rules/signing.ts'
import type { EntryRow } from './views.ts'

/** Everything the papers of one decision are made from. */
export type Source = {
  /** What was put right since, the newest first; and the communes that did. */
  readonly corrections: readonly Correction<Told>[]
  readonly correctedAt: ReadonlyMap<CorrectionId, Place>
  readonly row: DecisionRow
  readonly place: Place
  readonly standard: Standard
  readonly entries: readonly EntryRow[]
}

type Listed = EntryRow & { readonly class: ListedClass }
export const listedOf = (entries: readonly EntryRow[]): Listed[] =>
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

/** Who put it right, where another commune did than decided, or the same under another name. */
function correctedElsewhere({ place, correctedAt }: Source, { correctionId }: Correction<Told>): string | null {
  const inText = correctedAt.get(correctionId)?.inText
  return inText && inText !== place.inText ? `Chủ tịch Ủy ban nhân dân ${inText}` : null
}

/** By which papers a household was put right, one after the other. */
const correctedOf = (source: Source, { householdId }: Pick<EntryRow, 'householdId'>): Corrected[] =>
  source.corrections
    .filter((c) => c.subjectId === householdId)
    .toReversed()
    .flatMap((c) =>
      c.number && c.signedOn ? [{ number: c.number, day: c.signedOn, by: correctedElsewhere(source, c) }] : [],
    )

const annexOf = (source: Source, entry: Listed): AnnexHousehold => {
  const { class: held, content } = entry
  const [head] = content.members
  return {
    head: content.head,
    birthYear: head?.birthYear ?? null,
    sex: head?.sex ?? null,
    ethnicity: ethnicityOf(head?.ethnicity),
    village: content.village,
    members: content.members.length,
    class: held,
    corrected: correctedOf(source, entry),
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
  const [poor, nearPoor] = [countOf(entries, 'poor'), countOf(entries, 'near_poor')]
  const isFixed = fixesAll(row.grounds)
  const counts = isFixed ? countsInWords({ poor, nearPoor }) : `${poor} hộ nghèo và ${nearPoor} hộ cận nghèo`
  const since = from ? `từ ${isFixed ? dayInWords(from) : `ngày ${showDate(from)}`}` : 'từ ngày ký'
  return {
    issuer: place.issuer,
    number: row.number,
    day: row.signedOn,
    subject: what,
    authority: `Chủ tịch Ủy ban nhân dân ${place.inText}`,
    grounds: isFixed
      ? groundLines(row.grounds ?? [])
      : [
          ...groundLines(row.grounds ?? groundsOf(standard.legal, row.signedOn ?? row.windowUntil)),
          `Xét đề nghị của Ban Chỉ đạo rà soát hộ nghèo, hộ cận nghèo ${place.inText}`,
        ],
    articles: [
      `Công nhận ${counts} của ${place.inText} năm ${yearFor(row)} (có danh sách kèm theo).`,
      `Quyết định này có hiệu lực ${since}.`,
      'Công chức phụ trách công tác giảm nghèo, trưởng các thôn và các hộ gia đình có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.',
    ],
    recipients: ['Như Điều 3;', 'Ủy ban nhân dân cấp trên (báo cáo);', 'Lưu: VT.'],
    signer: signatureOf(row, 'chair'),
    households: listedOf(entries).map((entry) => annexOf(source, entry)),
    auditRoot: null,
    signed: row.signed,
  }
}

/** As many years as the standard still holds: the grid of the certificate. */
const gridYearsOf = (standard: Standard, year: number): number =>
  Math.max(1, yearOf(addDays(plainDate(standard.validity.until), -1)) - year + 1)

/** Those that led to the certificate of this one, and itself; of what was drafted before all were named, itself alone. */
const namedWith = ({ corrections }: Source, by: Correction<Told>): readonly Correction<Told>[] =>
  namesEarlier(by.grounds) && by.successor ? ledTo(corrections, by.successor) : [by]

/** The decision a certificate stands on, and the papers that put it right. */
function basisOf(source: Source, by: Correction<Told> | undefined): string | null {
  const { row, place } = source
  if (!row.number || !row.signedOn) return null
  const decision = `Quyết định ${numberAndDay(row.number, row.signedOn)} của Chủ tịch Ủy ban nhân dân ${place.inText}`
  if (!by) return decision
  const right = namedWith(source, by).map((one) => {
    const elsewhere = correctedElsewhere(source, one)
    return `Quyết định ${numberAndDay(one.number, one.signedOn)}${elsewhere ? ` của ${elsewhere}` : ''}`
  })
  return `${decision}, đính chính theo ${inARow(right)}`
}

const gaveIt = ({ corrections }: Source, { certificateId }: EntryRow): Correction<Told> | undefined =>
  corrections.find(({ successor }) => successor !== null && successor === certificateId)

/** The commune that issues the certificate: where one was put right, the one that did. */
const issuerOf = ({ place, correctedAt }: Source, by: Correction<Told> | undefined): Place =>
  (by && correctedAt.get(by.correctionId)) ?? place

/** The communes that issue its certificates, `xã Tam Hồng`, each once. */
export const certificateIssuers = (source: Source): string[] => [
  ...new Set(listedOf(source.entries).map((entry) => issuerOf(source, gaveIt(source, entry)).inText)),
]

/** One certificate for each poor and near-poor household, in the order of the list, as it was put right. */
export const certificateInputs = (source: Source): CertificateInput[] =>
  listedOf(source.entries).map((entry) => {
    const { row, standard } = source
    const by = gaveIt(source, entry)
    const place = issuerOf(source, by)
    const { members, ...said } = by?.after.content ?? entry.content
    const { village, within = place.address } = placeWritten(by?.after ?? entry)
    const [head] = members
    const year = entry.certificateYear ?? yearFor(row)
    return {
      issuer: place.issuer,
      number: entry.certificateNumber ?? `......../GCN-${year}`,
      day: by?.signedOn ?? row.signedOn,
      class: entry.class,
      head: { name: said.head, birthYear: head?.birthYear ?? null, sex: head?.sex ?? null },
      ethnicity: ethnicityOf(head?.ethnicity),
      address: [said.address, village, within].filter((part) => part !== '').join(', '),
      members: members.map(memberOf),
      year,
      gridYears: gridYearsOf(standard, year),
      decision: basisOf(source, by),
      signer: signatureOf(by ?? row, 'committee'),
      signed: entry.certificateSigned,
    }
  })

/** The columns of forms 14 and 15: who comes from another list is new to this one. */
const listedMovement = (movement: Movement): ListedMovement | null => {
  if (movement === 'stays' || movement === 'fell_back') return movement
  return movement === 'newly' || movement === 'poor_to_near' || movement === 'near_to_poor' ? 'newly' : null
}

const listedHousehold = (source: Source, { content, movement, ...entry }: Listed): ListedHousehold => ({
  members: content.members.map((m) => ({ ...memberOf(m), ethnicity: ethnicityOf(m.ethnicity) })),
  movement: listedMovement(movement),
  merit: content.merit,
  // "DTTS tại chỗ" is one province's column; nothing here tells who counts, so it is left for the pen.
  localMinority: false,
  noLabour: content.noLabour,
  supports: content.supports,
  corrected: correctedOf(source, entry),
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
      return {
        name: households[0]?.content.village ?? '',
        households: households.map((one) => listedHousehold(source, one)),
      }
    }),
    signer: signatureOf(source.row, 'committee'),
  }
}

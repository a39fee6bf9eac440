/** What a decision says of each household, and why one cannot be drafted. Pure: the demo's loader uses it as well. */

import type { Block } from '#features/rounds/model.ts'
import {
  type AskedCase,
  blocksBy,
  type Concerned,
  defineBlocks,
  gone,
  notAccepted,
} from '#features/rounds/rules/blocks.ts'
import type { Class } from '#features/standards/model/verdict.ts'
import { canonicalJson, sha256 } from '#features/standards/rules/hash.ts'
import type { Undecidable } from '#features/surveys/model.ts'
import { listedHouseholds } from '#features/surveys/rules/apartWords.ts'
import type { PeopleApart } from '#features/surveys/rules/learned.ts'
import type { Authority } from '#kernel/access.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, VerdictId } from '#kernel/ids.ts'
import { fill } from '#kernel/text.ts'
import type { Movement } from '../model.ts'
import { asSaidWhereUnknown, type Fixed, type RegisteredContent } from './content.ts'
import { classOn, type HeldClass, movementOf, succession } from './movement.ts'

/** A case of the round with the opening verdict on its latest survey. */
export type Judged = AskedCase & {
  readonly villageId: AreaId
  /** Its household lives in the commune of the round. */
  readonly here: boolean
  readonly verdictId: VerdictId | null
  readonly class: Class | null
  readonly undecidable: Undecidable | null
  readonly members: number | null
}

export type Entry = {
  readonly householdId: HouseholdId
  readonly villageId: AreaId
  readonly verdictId: VerdictId
  readonly class: Class
  readonly classBefore: Class | null
  readonly movement: Movement
  readonly members: number
}

/** One line a household. `before` is the last day before the new classes; throws where a verdict leaves its class open. */
export function decisionEntries(
  cases: readonly Judged[],
  histories: ReadonlyMap<HouseholdId, readonly HeldClass[]>,
  before: PlainDate,
): Entry[] {
  return cases.map((one) => {
    if (one.class === null || one.verdictId === null) throw new RangeError(`household ${one.householdId} has no class`)
    const history = histories.get(one.householdId) ?? []
    return {
      householdId: one.householdId,
      villageId: one.villageId,
      verdictId: one.verdictId,
      class: one.class,
      classBefore: classOn(history, before),
      movement: movementOf(one.class, history, before),
      members: one.members ?? 0,
    }
  })
}

const classRank: Record<Class, number> = { poor: 0, near_poor: 1, average: 2, not_poor: 3 }

/** Entries in the order of the list, by class and then as `contents` stand, each with what its papers say; its members counted there. */
export function fixedEntries(
  entries: readonly Entry[],
  contents: ReadonlyMap<HouseholdId, RegisteredContent>,
): (Entry & Fixed)[] {
  const order = new Map([...contents.keys()].map((household, at) => [household, at]))
  const at = ({ householdId }: Entry) => order.get(householdId) ?? 0
  return [...entries]
    .sort((a, b) => classRank[a.class] - classRank[b.class] || at(a) - at(b))
    .map((entry, place) => {
      const content = contents.get(entry.householdId)
      if (!content) throw new RangeError(`nothing is said of household ${entry.householdId}`)
      const members = asSaidWhereUnknown(content.members, [])
      return { ...entry, members: members.length, place: place + 1, content: { ...content, members } }
    })
}

/** The last day before the classes of a decision: the eve of the named day, or of the day it is drafted (ad hoc). */
export const eveOf = (classesHoldFrom: PlainDate | null, today: PlainDate): PlainDate =>
  addDays(classesHoldFrom ?? today, -1)

/** What a draft fixes beside its list. */
export type Printed = {
  readonly signer: { readonly name: string; readonly authority: Authority } | null
  readonly grounds: readonly string[]
}

/** The annexed list as one text, whatever its order, with what else is printed where that was fixed with it. */
export const listText = (roundId: string, entries: readonly Entry[], printed?: Printed): string =>
  canonicalJson({
    round: roundId,
    entries: [...entries].sort((a, b) => (a.householdId < b.householdId ? -1 : 1)),
    ...printed,
  })

/** Hash of the annexed list and of what its papers say: what is printed is what is signed. */
export const listHash = (roundId: string, entries: readonly Entry[]): string => sha256(listText(roundId, entries))

export type ClassRow = {
  readonly householdId: HouseholdId
  readonly villageId: AreaId
  readonly class: Class
  readonly verdictId: VerdictId
  readonly from: PlainDate
  readonly until: PlainDate | null
  /** The stretch that ends on `from`, by its first day; null where none runs. */
  readonly ends: PlainDate | null
}

/** The classes that begin on a day; `taken` are households for which another decision already begins that day. */
export function classRows(
  entries: readonly Pick<Entry, 'householdId' | 'villageId' | 'class' | 'verdictId'>[],
  histories: ReadonlyMap<HouseholdId, readonly HeldClass[]>,
  from: PlainDate,
): { readonly rows: ClassRow[]; readonly taken: HouseholdId[] } {
  const taken: HouseholdId[] = []
  const rows = entries.map((entry) => {
    const after = succession(histories.get(entry.householdId) ?? [], from)
    if (after.taken) taken.push(entry.householdId)
    const { householdId, villageId, verdictId } = entry
    return {
      householdId,
      villageId,
      class: entry.class,
      verdictId,
      from,
      until: after.until,
      ends: after.ends?.from ?? null,
    }
  })
  return { rows, taken }
}

const decisionBlock = defineBlocks({
  class_open: {
    vi: '{count} hộ chưa xác định được diện: chuẩn còn thiếu ngưỡng hoặc phiếu còn thiếu câu trả lời.',
    en: 'The class of {count} households is open: the standard lacks thresholds or the survey lacks answers.',
  },
  illustrative_table: {
    vi: '{count} hộ được tính điểm bằng bảng điểm minh hoạ. Kỳ dùng bảng này không ra quyết định được; hãy nạp bảng điểm chính thức hoặc đo thu nhập trực tiếp.',
    en: '{count} households were scored by an illustrative points table. A round that used it cannot be decided: load the official table or measure income directly.',
  },
  table_not_confirmed: {
    vi: '{count} hộ được tính bằng bảng điểm chưa đủ hai người xác nhận.',
    en: '{count} households were scored by a points table that two people have not confirmed.',
  },
  what_if: {
    vi: '{count} hộ được tính bằng chuẩn tính thử, không phải chuẩn có hiệu lực.',
    en: '{count} households were scored by an exercise, not by a standard in force.',
  },
  nobody: {
    vi: '{count} hộ không còn ai trong sổ hộ: ghi hộ kết thúc, hoặc ghi lại thành viên.',
    en: 'Nobody is left in {count} households of the register: end them, or enter their members again.',
  },
  people_apart: {
    vi: '{count} hộ được xét theo phiếu có người khác với sổ hộ mà chưa nêu lý do: {names}. Mở từng hộ, ghi vào sổ hoặc nêu lý do, rồi lập lại.',
    en: '{count} households were judged by a survey whose people differ from the register, and nobody said why: {names}. Open each, record it or say why, then draft again.',
  },
  out_of_sight: {
    vi: '{count} hộ của kỳ này bạn không xem được nên không lập quyết định thay được. Thôn đã sang xã khác thì bàn giao cho xã ấy; xã đã sáp nhập thì đề nghị quản trị giao quyền tại xã mới.',
    en: 'You cannot see {count} households of this round, so you cannot decide on them. Hand over a village that went to another commune; where the commune was merged, ask for the right over the new one.',
  },
  absent: {
    vi: '{count} hộ đã ra khỏi kỳ nay lại ở trong các thôn của kỳ. Muốn đưa các hộ ấy vào, hãy mở lại bước kiểm tra; nếu không, nêu lý do để lập quyết định không có các hộ ấy.',
    en: '{count} households that had left the round live in its villages again. To take them in, go back to checking; if not, say why the decision leaves them out.',
  },
  unclassed: {
    vi: '{count} hộ khi ra quyết định đang ra khỏi kỳ, nay lại ở các thôn của kỳ và chưa có diện theo quyết định nào từ đó. Cần đưa vào một kỳ rà soát thường xuyên.',
    en: '{count} households had left the round when it was decided, live in its villages again, and no decision has given them a class since. They need an ad hoc review.',
  },
  standard_changed: {
    vi: 'Hôm nay áp dụng chuẩn khác với chuẩn của kỳ rà soát, nên quyết định ký từ nay không có hiệu lực theo kỳ này được. Hãy rà soát lại theo chuẩn hiện hành.',
    en: 'Another standard is in force today than the one of this round, so a decision signed from now on cannot follow from it. Review by the standard in force.',
  },
  step_open: { vi: 'Các bước trước chưa xong.', en: 'Earlier steps are not finished.' },
})

/** Why the verdicts as they stand could not be decided on, whatever the step of the round. */
export const undecidableBlocks = (all: readonly Judged[]): Block[] => {
  const cases = all.filter((c) => c.seen && c.here)
  const by = (why: Undecidable) => cases.filter((c) => c.undecidable === why)
  return blocksBy(decisionBlock, [
    ['illustrative_table', by('illustrative_table')],
    ['table_not_confirmed', by('table_not_confirmed')],
    ['what_if', by('what_if')],
    ['class_open', by('class_open')],
  ])
}

/** Households that the register leaves empty: a paper would name nobody. */
export const nobodyBlocks = (
  cases: readonly Judged[],
  contents: ReadonlyMap<HouseholdId, RegisteredContent>,
): Block[] =>
  blocksBy(decisionBlock, [
    ['nobody', cases.filter((c) => c.here && c.seen && !contents.get(c.householdId)?.members.length)],
  ])

/** The class was reckoned on other persons than the papers would name. */
export function peopleBlocks(cases: readonly Judged[], apart: readonly PeopleApart[]): Block[] {
  const judged = new Set(cases.filter((c) => c.here).map((c) => c.householdId))
  const found = apart.filter((one) => judged.has(one.householdId))
  const names = listedHouseholds(found)
  return blocksBy(decisionBlock, [['people_apart', found]]).map((block) => ({
    ...block,
    said: { vi: fill(block.said.vi, { names: names.vi }), en: fill(block.said.en, { names: names.en }) },
  }))
}

/** Who would be left out of a decision though they live in the villages of its round again: asked about. */
export const absentBlocks = (left: readonly Concerned[]): Block[] => blocksBy(decisionBlock, [['absent', left]])

/** Who stands again where a decision in force was made without them. */
export const unclassedBlocks = (back: readonly Concerned[]): Block[] => blocksBy(decisionBlock, [['unclassed', back]])

/** A standard that has ended does not come back: whatever is signed later falls under another. */
export const standardBlocks = (holds: boolean): Block[] => (holds ? [] : [decisionBlock('standard_changed', [])])

/** Why no decision can be drafted; empty where it can. */
export const draftBlocks = (state: string, cases: readonly Judged[]): Block[] => [
  ...(state === 'deciding' ? [] : [decisionBlock('step_open', [])]),
  ...notAccepted(cases.filter((c) => c.here)),
  ...gone(cases),
  ...blocksBy(decisionBlock, [['out_of_sight', cases.filter((c) => c.here && !c.seen)]]),
  ...undecidableBlocks(cases),
]

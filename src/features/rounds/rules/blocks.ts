/** Why the present step of a round cannot be finished: decided from how far its cases are. */
import type { HouseholdId, ReviewCaseId } from '#kernel/ids.ts'
import { fill, type Said } from '#kernel/text.ts'
import type { Block, CaseState } from '../model.ts'

/** A case that something is said of. `seen`: the actor may be told whose it is; else it is only counted. */
export type Concerned = {
  readonly householdId: HouseholdId
  readonly caseId: ReviewCaseId
  readonly headName: string
  readonly seen: boolean
  /** What tells it from another of that name, and in short words what is said of it, where that is known. */
  readonly number?: string
  readonly villageName?: string
  readonly differs?: Said
}
/** How many cases something is said of, how many of them the actor may not be told, and the first of the others. */
export type Told = {
  readonly count: number
  readonly unseen: number
  readonly households: readonly Omit<Concerned, 'seen'>[]
}
type Found<C extends string> = readonly (readonly [C, readonly Concerned[] | Told])[]

export const namesInBlock = 20

const isTold = (of: readonly Concerned[] | Told): of is Told => 'unseen' in of
function toldOf(of: readonly Concerned[] | Told): Told {
  if (isTold(of)) return of
  const seen = of.filter((one) => one.seen)
  return { count: of.length, unseen: of.length - seen.length, households: seen }
}

const unseenWords: Said = {
  vi: 'Trong đó {unseen} hộ ở nơi khác bạn không xem được.',
  en: '{unseen} of them live elsewhere, where you cannot see them.',
}

function counted(said: Said, { count, unseen }: { count: number; unseen: number }): Said {
  const of = (text: string) => fill(text, { count, unseen })
  const both = (language: keyof Said) =>
    unseen > 0 && !said[language].includes('{unseen}')
      ? `${of(said[language])} ${of(unseenWords[language])}`
      : of(said[language])
  return { vi: both('vi'), en: both('en') }
}

/**
 * A room's reasons with their sentences; `{count}` stands for how many households. Each is said of the cases given, all of
 * them, and names those that the actor may see.
 */
export const defineBlocks =
  <C extends string>(said: Record<C, Said>) =>
  (code: C, of: readonly Concerned[] | Told): Block => {
    const { count, unseen, households } = toldOf(of)
    const named = households.slice(0, namesInBlock)
    return {
      code,
      said: counted(said[code], { count, unseen }),
      count,
      unseen,
      households: named.map(({ householdId, caseId, headName, number, villageName, differs }) => ({
        ...{ householdId, caseId, headName },
        ...(number && { number }),
        ...(villageName && { villageName }),
        ...(differs && { differs }),
      })),
    }
  }

/** Only of those that concern somebody. */
export const blocksBy = <C extends string>(
  say: (code: C, of: readonly Concerned[] | Told) => Block,
  found: Found<C>,
): Block[] => found.filter(([, of]) => toldOf(of).count > 0).map(([code, of]) => say(code, of))

const caseBlock = defineBlocks({
  no_household: { vi: 'Danh sách chưa có hộ nào.', en: 'The list has no household yet.' },
  not_assigned: { vi: '{count} hộ chưa có rà soát viên.', en: '{count} households have no enumerator.' },
  not_submitted: { vi: '{count} hộ chưa gửi phiếu.', en: '{count} households have no survey sent.' },
  not_accepted: {
    vi: '{count} hộ chưa được chấp nhận phiếu.',
    en: 'The surveys of {count} households are not accepted.',
  },
  elsewhere: {
    vi: '{count} hộ nay thuộc xã khác nên kỳ này không quyết định được. Hãy bàn giao các hộ đó.',
    en: '{count} households belong to another commune now, so this round cannot decide on them. Hand them over.',
  },
})

export type AskedCase = Concerned & { readonly state: CaseState }
type Standing = AskedCase & { readonly here: boolean }

const open: readonly CaseState[] = ['listed', 'assigned', 'submitted', 'returned']
/** Of the cases whose household lives in the commune of the round, those in some states, or all. */
type Of = (states: readonly CaseState[] | 'all') => readonly Concerned[] | Told

const inStates =
  (cases: readonly AskedCase[]): Of =>
  (states) =>
    states === 'all' ? cases : cases.filter((c) => states.includes(c.state))

export const notAccepted = (cases: readonly AskedCase[]): Block[] => stepBlocks('checking', inStates(cases))

/** Those that another commune has today: the round waits until they are handed over. */
export const gone = (cases: readonly Standing[]): Block[] =>
  blocksBy(caseBlock, [['elsewhere', cases.filter((c) => !c.here)]])

/** Empty where the step can be finished. */
export function finishBlocks(step: string, all: readonly Standing[]): Block[] {
  const here = inStates(all.filter((c) => c.here))
  return [...stepBlocks(step, here), ...(stepsOfCases.includes(step) ? gone(all) : [])]
}

const stepsOfCases: readonly string[] = ['listing', 'assigning', 'surveying', 'checking']

/** In which states cases keep a step open. */
export const statesAsked: Readonly<Record<string, readonly CaseState[]>> = {
  assigning: ['listed'],
  surveying: ['listed', 'assigned'],
  checking: open,
}

/** Of a round all of whose households live in its commune. */
export function stepBlocks(step: string, of: Of): Block[] {
  if (step === 'listing') return toldOf(of('all')).count === 0 ? [caseBlock('no_household', [])] : []
  if (step === 'assigning') return blocksBy(caseBlock, [['not_assigned', of(['listed'])]])
  if (step === 'surveying')
    return blocksBy(caseBlock, [
      ['not_assigned', of(['listed'])],
      ['not_submitted', of(['assigned'])],
    ])
  return step === 'checking' ? blocksBy(caseBlock, [['not_accepted', of(open)]]) : []
}

/** Villages of a round that hang under another commune today, and those whose households the actor does not see. */
type Apart = { readonly elsewhere: number; readonly unseen: number }

const villageBlock = (code: string, count: number, said: Said): Block[] =>
  count > 0 ? [{ code, said: counted(said, { count, unseen: 0 }), count, unseen: 0, households: [] }] : []

/** Why a list is not whole: villages that nobody drew it from. */
export const villageBlocks = (step: string, { elsewhere, unseen }: Apart): Block[] =>
  step !== 'listing'
    ? []
    : [
        ...villageBlock('villages_elsewhere', elsewhere, {
          vi: '{count} thôn của kỳ này nay thuộc xã khác. Hãy bàn giao các thôn đó.',
          en: '{count} villages of this round belong to another commune now. Hand them over.',
        }),
        ...villageBlock('villages_unseen', unseen, {
          vi: '{count} thôn của kỳ này bạn không xem được, nên danh sách chưa đủ. Hãy đề nghị quản trị giao quyền tại xã mới.',
          en: 'You cannot see {count} villages of this round, so the list is not whole. Ask for the right over the new commune.',
        }),
      ]

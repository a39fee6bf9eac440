/** Why the present step of a round cannot be finished: decided from how far its cases are. */
import type { HouseholdId, ReviewCaseId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Block, CaseState } from '../model.ts'

/** A case that something is said of. */
export type Concerned = { readonly householdId: HouseholdId; readonly caseId: ReviewCaseId; readonly headName: string }

/** How many cases something is said of, and the first of them. */
export type Waiting = { readonly count: number; readonly households: readonly Concerned[] }
/** So many are named. */
export const named = 20
export const waitingOf = (cases: readonly Concerned[]): Waiting => ({ count: cases.length, households: cases })

type Found<C extends string> = readonly (readonly [C, Waiting])[]

const counted = (text: string, { count }: Waiting): string => text.replace('{count}', String(count))

/** A room's reasons with their sentences; `{count}` stands for how many households. Each is said of the cases given. */
export const defineBlocks =
  <C extends string>(said: Record<C, Said>) =>
  (code: C, waiting: Waiting): Block => ({
    code,
    said: { vi: counted(said[code].vi, waiting), en: counted(said[code].en, waiting) },
    count: waiting.count,
    households: waiting.households
      .slice(0, named)
      .map(({ householdId, caseId, headName }) => ({ householdId, caseId, headName })),
  })

/** Only of those that concern somebody. */
export const blocksBy = <C extends string>(say: (code: C, waiting: Waiting) => Block, found: Found<C>): Block[] =>
  found.filter(([, { count }]) => count > 0).map(([code, waiting]) => say(code, waiting))

const caseBlock = defineBlocks({
  no_household: { vi: 'Danh sách chưa có hộ nào.', en: 'The list has no household yet.' },
  not_assigned: { vi: '{count} hộ chưa có rà soát viên.', en: '{count} households have no enumerator.' },
  not_submitted: { vi: '{count} hộ chưa gửi phiếu.', en: '{count} households have no survey sent.' },
  not_accepted: {
    vi: '{count} hộ chưa được chấp nhận phiếu.',
    en: 'The surveys of {count} households are not accepted.',
  },
})

export type AskedCase = Concerned & { readonly state: CaseState }
/** Asked cases in one state, those first by the household's id. */
export type AskedIn = Waiting & { readonly state: CaseState }

export const notAccepted = (cases: readonly AskedCase[]): Block[] =>
  blocksBy(caseBlock, [['not_accepted', waitingOf(cases.filter((c) => c.state !== 'accepted'))]])

const notDone = ['listed', 'assigned', 'submitted', 'returned'] as const
/** The states in which a case says whether a step can be finished; none for a step that asks nothing of cases. */
export const concerning: Partial<Record<string, readonly CaseState[]>> = {
  listing: [...notDone, 'accepted'],
  assigning: ['listed'],
  surveying: ['listed', 'assigned'],
  checking: notDone,
}

const together = (some: readonly AskedIn[]): Waiting => ({
  count: some.reduce((sum, { count }) => sum + count, 0),
  households: some.flatMap(({ households }) => households).sort((a, b) => (a.householdId < b.householdId ? -1 : 1)),
})

/** Empty where the step can be finished. `asked`: its cases in the states that concern it. */
export function finishBlocks(step: string, asked: readonly AskedIn[]): Block[] {
  const inState = (state: CaseState) => together(asked.filter((one) => one.state === state))
  if (step === 'listing') return asked.length === 0 ? [caseBlock('no_household', together([]))] : []
  if (step === 'assigning') return blocksBy(caseBlock, [['not_assigned', inState('listed')]])
  if (step === 'surveying')
    return blocksBy(caseBlock, [
      ['not_assigned', inState('listed')],
      ['not_submitted', inState('assigned')],
    ])
  return step === 'checking' ? blocksBy(caseBlock, [['not_accepted', together(asked)]]) : []
}

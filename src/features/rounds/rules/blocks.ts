/** Why the present step of a round cannot be finished: decided from how far its cases are. */
import type { HouseholdId, ReviewCaseId } from '#kernel/ids.ts'
import { fill, type Said } from '#kernel/text.ts'
import type { Block, CaseState } from '../model.ts'

/** A case that something is said of. */
export type Concerned = { readonly householdId: HouseholdId; readonly caseId: ReviewCaseId; readonly headName: string }
type Found<C extends string> = readonly (readonly [C, readonly Concerned[]])[]

const counted = (text: string, cases: readonly Concerned[]): string => fill(text, { count: cases.length })

/** A room's reasons with their sentences; `{count}` stands for how many households. Each is said of the cases given. */
export const defineBlocks =
  <C extends string>(said: Record<C, Said>) =>
  (code: C, cases: readonly Concerned[]): Block => ({
    code,
    said: { vi: counted(said[code].vi, cases), en: counted(said[code].en, cases) },
    count: cases.length,
    households: cases.slice(0, 20).map(({ householdId, caseId, headName }) => ({ householdId, caseId, headName })),
  })

/** Only of those that concern somebody. */
export const blocksBy = <C extends string>(
  say: (code: C, cases: readonly Concerned[]) => Block,
  found: Found<C>,
): Block[] => found.filter(([, cases]) => cases.length > 0).map(([code, cases]) => say(code, cases))

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

export const notAccepted = (cases: readonly AskedCase[]): Block[] =>
  blocksBy(caseBlock, [['not_accepted', cases.filter((c) => c.state !== 'accepted')]])

/** Empty where the step can be finished. */
export function finishBlocks(step: string, cases: readonly AskedCase[]): Block[] {
  const inState = (state: CaseState) => cases.filter((c) => c.state === state)
  if (step === 'listing') return cases.length === 0 ? [caseBlock('no_household', [])] : []
  if (step === 'assigning') return blocksBy(caseBlock, [['not_assigned', inState('listed')]])
  if (step === 'surveying')
    return blocksBy(caseBlock, [
      ['not_assigned', inState('listed')],
      ['not_submitted', inState('assigned')],
    ])
  return step === 'checking' ? notAccepted(cases) : []
}

/** Who signed a decision under which number; and that whoever acts on its list sees all of it. */
import { mustBeAble } from '#features/areas/must.ts'
import { isNumberTaken } from '#features/papers/numbers.ts'
import { chairsOn } from '#features/people/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, DecisionId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Route, read } from '#platform/server/handle.ts'
import { listSigners } from './contract.ts'
import { decisionProblem } from './problems.ts'
import { countUnseen, findDecision, findNumberUsed } from './queries/decisions.ts'
import { type Named, type Numbered, numberOf, type Signer, signerOf } from './rules/signing.ts'

export type Signed = { readonly numbered: Numbered; readonly signer: Signer }
type Page = Named & { readonly number: string; readonly signedOn: PlainDate }

/** The number and the signer as the page has them; throws where they have no form, or the number is used. */
export async function signedBy(db: Db, { areaId }: { readonly areaId: AreaId }, page: Page): Promise<Signed> {
  const numbered = numberOf(page.number, page.signedOn)
  const signer = signerOf(page, await chairsOn(db, areaId, page.signedOn))
  const used = await findNumberUsed(db, areaId, numbered, page.signedOn)
  if (used || (await isNumberTaken(db, { areaId, ...numbered }))) throw decisionProblem('decisions.number_used')
  return { numbered, signer }
}

/** Throws `decisions.out_of_sight` where the list names households that the actor does not see. */
export async function mustSeeAll(db: Db, decisionId: DecisionId): Promise<void> {
  const count = await countUnseen(db, decisionId)
  if (count > 0) throw decisionProblem('decisions.out_of_sight', { count })
}

export const signersRoute: Route = read(listSigners, async ({ db, actor, input }) => {
  const row = await findDecision(db, input.decisionId)
  if (!row) throw decisionProblem('decisions.not_found')
  await mustBeAble({ db, actor }, 'decision.enforce', row.areaId)
  return { signers: await chairsOn(db, row.areaId, input.day) }
})

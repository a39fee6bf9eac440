/** Who signed a decision under which number; and that whoever acts on its list sees all of it. */
import { mustBeAble } from '#features/areas/must.ts'
import { isNumberTaken } from '#features/papers/numbers.ts'
import { type Signer, signerKept } from '#features/papers/rules/signature.ts'
import { chairsOn, chairsSigningOn } from '#features/people/queries.ts'
import { findStandard, type Library } from '#features/standards/library.ts'
import { groundsOn } from '#features/standards/rules/grounds.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, DecisionId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Route, read } from '#platform/server/handle.ts'
import { listSigners } from './contract.ts'
import { provinceCodeOn } from './law.ts'
import { decisionProblem } from './problems.ts'
import { countUnseen, findDecision, findNumberUsed } from './queries/decisions.ts'
import { type Named, type Numbered, numberOf, printedSigner, proposedSigner, signerOf } from './rules/signing.ts'

export type Signed = { readonly numbered: Numbered; readonly signer: Signer }
type Page = Named & { readonly number: string; readonly signedOn: PlainDate }

type Print = { readonly areaId: AreaId } & Parameters<typeof signerKept>[0]

/**
 * The number as the page has it, and who was printed under the signature; of what was printed before signers were, whom the
 * page names. Throws where they have no form, the number is used, or another one signed.
 */
export async function signedBy(db: Db, print: Print, page: Page): Promise<Signed> {
  const { areaId } = print
  const numbered = numberOf(page.number, page.signedOn)
  const printed = signerKept(print)
  const chairs = await chairsSigningOn(db, areaId, page.signedOn)
  const signer = printed ? printedSigner(printed, page, chairs) : signerOf(page, chairs)
  const used = await findNumberUsed(db, areaId, numbered, page.signedOn)
  if (used || (await isNumberTaken(db, { areaId, ...numbered }))) throw decisionProblem('decisions.number_used')
  return { numbered, signer }
}

type Asked = {
  readonly areaId: AreaId
  readonly standardId: string
  readonly day: PlainDate
  readonly named: Named
  readonly before?: Signer | null
}

/** What a draft fixes beside its list: who signs, as named or proposed, and the grounds of that day. */
export async function fixedWith(db: Db, library: Library, { areaId, standardId, day, named, before = null }: Asked) {
  const signer = proposedSigner(named, await chairsOn(db, areaId, day), before)
  const provinceCode = await provinceCodeOn(db, areaId, day)
  const standard = findStandard(library, standardId)?.value ?? { id: standardId }
  return { signer, grounds: groundsOn(library.grounds, { standard, day, provinceCode }) }
}

/** Throws `decisions.out_of_sight` where the list names households that the actor does not see. */
export async function mustSeeAll(db: Db, decisionId: DecisionId): Promise<void> {
  const count = await countUnseen(db, decisionId)
  if (count > 0) throw decisionProblem('decisions.out_of_sight', { count })
}

export const signersRoute: Route = read(listSigners, async ({ db, actor, input }) => {
  const row = await findDecision(db, input.decisionId)
  if (!row) throw decisionProblem('decisions.not_found')
  const { areaId = row.areaId, day } = input
  await mustBeAble({ db, actor }, 'round.read', areaId)
  return { signers: await chairsOn(db, areaId, day) }
})

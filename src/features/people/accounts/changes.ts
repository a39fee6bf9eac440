/** An account is joined to the official it is of, and parted from them. Nobody does it with their own. */
import { mustBeAble } from '#features/areas/must.ts'
import type { Actor } from '#kernel/access.ts'
import type { AccountId, OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { peopleEvent } from '../events.ts'
import { notThere } from '../roster/must.ts'
import * as contract from './contract.ts'
import { accountProblem } from './problems.ts'
import { accountWithin, joinedOf, setAccount } from './queries.ts'

type Both = { readonly officialId: OfficialId; readonly accountId: AccountId }

/** The official, who stands still; refuses who may not, and the own account. */
async function held({ db, actor }: { db: Db; actor: Actor }, { officialId, accountId }: Both) {
  const found = await joinedOf(db, officialId, { hold: true })
  if (!found) throw await notThere(db, officialId)
  await mustBeAble({ db, actor }, 'roster.account', found.unitId)
  if (accountId === actor.accountId) throw accountProblem('accounts.own')
  return found
}

export const joinAccount = change(contract.joinAccount, async ({ db, actor, input }) => {
  const { officialId, accountId } = input
  const { unitId, account } = await held({ db, actor }, input)
  if (account) throw accountProblem('accounts.official_has', { name: account.name })
  if (!(await accountWithin(db, accountId))) throw accountProblem('accounts.not_found')
  await setAccount(db, officialId, accountId)
  const note = input.note?.trim()
  const facts = { account: accountId, ...(note && { note }) }
  const event = peopleEvent('official.account_joined', { subject: officialId, area: unitId, facts })
  return happened(event, { officialId, accountId })
})

export const partAccount = change(contract.partAccount, async ({ db, actor, input }) => {
  const { officialId, accountId, because } = input
  const { unitId, account } = await held({ db, actor }, input)
  if (account?.accountId !== accountId) throw accountProblem('accounts.parted')
  await setAccount(db, officialId, null)
  const facts = { account: accountId, why: because }
  const event = peopleEvent('official.account_parted', { subject: officialId, area: unitId, facts })
  return happened(event, { officialId, accountId })
})

import { overOf } from '#features/areas/must.ts'
import { areasWith, can as mayAt } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Route, read } from '#platform/server/handle.ts'
import { notThere } from '../roster/must.ts'
import { joinAccount, partAccount } from './changes.ts'
import * as contract from './contract.ts'
import { accountProblem } from './problems.ts'
import { accountIn, accountsUnjoined, joinedOf, officialOf, officialsUnjoined } from './queries.ts'

const found = 8

const ofOfficial = read(contract.accountOfOfficial, async ({ db, actor, input }) => {
  const joined = await joinedOf(db, input.officialId, { hold: false })
  if (!joined) throw await notThere(db, input.officialId)
  const { account, unitId } = joined
  const own = account?.accountId === actor.accountId
  const over = own ? [] : await overOf(db, unitId)
  return {
    account,
    can: buttonsFor(contract.accountButtons, { actor, over }, (button) => button.joined === (account !== null)),
  }
})

const ofAccount = read(contract.officialOfAccount, async ({ db, actor, input: { accountId }, today }) => {
  if (!(await accountIn(db, accountId))) throw accountProblem('accounts.not_found')
  const joined = await officialOf(db, accountId, today)
  const own = accountId === actor.accountId
  if (!joined) {
    // Whom it is joined to decides where the right is asked for.
    const may = !own && areasWith(actor, 'roster.account').length > 0
    return { official: null, can: may ? (['join'] as const).slice() : [] }
  }
  const { unitId, ...official } = joined
  const may = !own && mayAt(actor, 'roster.account', await overOf(db, unitId))
  return { official, can: may ? (['part'] as const).slice() : [] }
})

const accounts = read(contract.accountsToJoin, async ({ db, input }) => ({
  accounts: await accountsUnjoined(db, input.q, found),
}))

const officials = read(contract.officialsToJoin, async ({ db, input, today }) => ({
  officials: await officialsUnjoined(db, { q: input.q, day: today, most: found }),
}))

export const accountRoutes: Route[] = [ofOfficial, ofAccount, accounts, officials, joinAccount, partAccount]

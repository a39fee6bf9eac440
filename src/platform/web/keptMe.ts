/**
 * Who I am here, kept for a start without a line. Of the phone alone: a desk has the server beside it. Whoever signed
 * out, or whose session the server ended, is not kept.
 */
import { href } from './calls.ts'
import { device } from './device.ts'
import { forget, keep, kept } from './keep.ts'
import { memory } from './keptAccount.ts'
import { type Me, me, meCall, meProblem, refreshMe, standing } from './session.ts'

const address = href(meCall, {})

/** Asks who I am; where nobody answers, as it was answered last. From then on keeps every answer. */
export async function startMe(): Promise<void> {
  me.subscribe((answer) => void keepMe(answer).catch(() => undefined))
  await refreshMe()
  if (me.value === null && meProblem.value?.uncertain) {
    const before = await findMe().catch(() => null)
    // The line may have come back meanwhile.
    if (before && me.value === null) me.value = before
  }
}

async function keepMe(answer: Me | null): Promise<void> {
  if (!answer || answer.keptAt) return
  const account = standing(answer)
  const before = kept(memory)
  if (before && before !== account?.accountId) {
    forget(memory)
    await device.kept.where('[accountId+address]').equals([before, address]).delete()
  }
  if (!account || account.mustChangePassword) return
  keep(memory, account.accountId)
  // The word of the session stays with the session.
  const stored = { ...answer, account: { ...account, csrf: '' } }
  await device.kept.put({ accountId: account.accountId, address, answer: stored, readAt: Date.now() })
}

async function findMe(): Promise<Me | null> {
  const accountId = kept(memory)
  const copy = accountId && (await device.kept.where('[accountId+address]').equals([accountId, address]).first())
  return copy ? { ...(copy.answer as Me), keptAt: copy.readAt } : null
}

/**
 * Who I am here, kept for a start without a line. Of the phone alone: a desk has the server beside it. Whoever signed
 * out, or whose session the server ended, is not kept.
 */
import type { AccountId } from '#kernel/ids.ts'
import { href } from './calls.ts'
import { device } from './device.ts'
import { forget, keep, kept } from './keep.ts'
import { memory } from './keptAccount.ts'
import { getKept, putKept } from './keptReads.ts'
import { type Me, me, meCall, refreshMe, standing } from './session.ts'
import { opening } from './vault/opening.ts'

const address = href(meCall, {})

/** Who I am as it was answered last, so that a slow line holds nobody up; then as it is answered now, and every answer is kept. `readable`: once the device may be read. */
export async function startMe(readable: () => Promise<void> = async () => {}): Promise<void> {
  const keepNow = () => void keepMe(me.peek()).catch(() => undefined)
  me.subscribe(keepNow)
  // Who came in while the device was still closed is kept once it is open.
  opening.subscribe(({ state }) => state === 'open' && keepNow())
  const asked = refreshMe({ beginning: true })
  // Until the device is opened nothing of it is shown.
  await readable()
  const before = await findMe().catch(() => null)
  // The server may have been quicker.
  if (before && me.value === null) me.value = before
  await asked
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
  await putKept({ accountId: account.accountId, address }, stored)
}

async function findMe(): Promise<Me | null> {
  const accountId = kept(memory) as AccountId | null
  const copy = accountId && (await getKept<Me>({ accountId, address }))
  return copy && { ...copy.data, keptAt: copy.keptAt }
}

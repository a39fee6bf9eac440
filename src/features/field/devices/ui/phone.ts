/** What the phone's lock asks of the server, what the phone tells it, and what the office said of the phone. */

import { signOut } from '#features/people/ui/calls.ts'
import type { Instant } from '#kernel/dates.ts'
import { send } from '#platform/web/calls.ts'
import { nowHere } from '#platform/web/clock.ts'
import { device } from '#platform/web/device.ts'
import { countDrafts } from '#platform/web/drafts.ts'
import { newId } from '#platform/web/ids.ts'
import { keep } from '#platform/web/keep.ts'
import { connected, isOnItsWay, outbox, sealedHere, sendWaiting } from '#platform/web/outbox.ts'
import { asProblem } from '#platform/web/problem.ts'
import { account, ended } from '#platform/web/session.ts'
import { dropAll, type Given, keepPromised, opening } from '#platform/web/vault/opening.ts'
import { leaveAll, takeAll } from '../../drafts/ui/left.ts'
import { deviceKey, deviceSaid, keepDevice, tellWaits } from './calls.ts'
import { whyEmpty } from './whyEmpty.ts'

export const lockCalls: Given = {
  keep: async ({ deviceId }, dataKey) => {
    const { delivery, idleMinutes } = await send(
      keepDevice,
      { deviceId, dataKey },
      { background: true, commandId: deviceId },
    )
    return { delivery, idleMinutes }
  },
  fetch: async ({ deviceId }) => {
    try {
      return (await send(deviceKey, { deviceId }, { background: true })).dataKey
    } catch (fault) {
      if (asProblem(fault).status === 404) return null
      throw fault
    }
  },
}

/** Asked of every account that has work on this phone, whoever is here: a phone that was lost is emptied when it is heard of. */
async function hearOffice(): Promise<void> {
  for (const { accountId, deviceId } of await device.vault.toArray()) {
    const { state, idleMinutes, delivery } = await send(deviceSaid, { deviceId }, { background: true, whoever: true })
    await keepPromised(accountId, { idleMinutes, delivery })
    if (state !== 'lost' && state !== 'returned') continue
    await sendWaiting()
    const mine = (await device.command.toArray()).some(
      (command) => command.accountId === accountId && command.state === 'waiting' && command.delivery,
    )
    // Given back: what was finished comes home first. Lost: it had its chance.
    if (mine && state === 'returned') continue
    if (state === 'returned') await leaveAll(accountId, deviceId)
    await dropAll(accountId)
    // It is nobody's phone any more: who was here signs in on the next one.
    if (account.peek()?.accountId === accountId)
      await send(signOut, {}, { commandId: newId<'command'>() }).catch(() => null)
    keep(whyEmpty, state)
    location.assign('/phone')
  }
}

async function tell(): Promise<void> {
  const { value } = opening
  if (value.state !== 'open' || !account.value || ended.value) return
  const waiting = outbox.value.filter(({ state }) => state === 'waiting')
  const oldest = waiting[0] && (new Date(nowHere(waiting[0].madeAt)).toISOString() as Instant)
  const told = { waiting: waiting.length, begun: await countDrafts(isOnItsWay), oldestAt: oldest ?? null }
  await send(tellWaits, { deviceId: value.row.deviceId, ...told }, { background: true })
}

/** What its owner left on a phone given back; once for a page. */
let asked = false
async function takeLeft(): Promise<void> {
  if (asked || opening.value.state !== 'open' || !account.value || ended.value) return
  await takeAll()
  asked = true
}

const settleMs = 4_000
const again = 5 * 60_000

/** Tells the office what waits here whenever that changes, and hears what it says, while there is a line. */
export function keepInTouch(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      if (!connected.value) return
      await tell().catch(() => undefined)
      await hearOffice().catch(() => undefined)
      await takeLeft().catch(() => undefined)
    }, settleMs)
  }
  for (const one of [opening, connected, outbox, sealedHere]) one.subscribe(soon)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && soon())
  setInterval(soon, again)
}

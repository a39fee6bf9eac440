/**
 * A register is carried by who may, and as long as the session stands: whatever else lies here of it goes at the next word
 * from the server, opened or not.
 */
import type { AreaId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { device } from '#platform/web/device.ts'
import { connected } from '#platform/web/outbox.ts'
import { asProblem } from '#platform/web/problem.ts'
import { type Account, type Me, me, standing } from '#platform/web/session.ts'
import { carriableCommunes } from './calls.ts'
import { carriedUnder, communeOf } from './sheet.ts'

/** Once, at the start of a phone's page. */
export function letGoEnded(): void {
  const look = (answer: Me | null) => void (answer && !answer.keptAt && letGo(standing(answer)).catch(() => undefined))
  me.subscribe(look)
  connected.subscribe((isThere) => isThere && look(me.peek()))
}

async function letGo(who: Account | null): Promise<void> {
  const carried = (await device.kept.toCollection().primaryKeys()).filter(([, address]) =>
    address.startsWith(carriedUnder),
  )
  if (carried.length === 0) return
  const stays = who ? await mayCarry(who) : null
  await device.kept.bulkDelete(
    carried.filter(([owner, address]) => owner !== who?.accountId || !stays?.has(communeOf(address))),
  )
}

async function mayCarry({ can }: Account): Promise<ReadonlySet<AreaId>> {
  if (!can.includes('household.carry')) return new Set()
  try {
    const { communes } = await send(carriableCommunes, {}, { background: true })
    return new Set(communes.map(({ areaId }) => areaId))
  } catch (fault) {
    if (asProblem(fault).status === 403) return new Set()
    throw fault
  }
}

/** The end of the week: everybody has a line again, and what waits goes home. */
import { setTimeout as sleep } from 'node:timers/promises'
import { coldStart, type Device, on, wake } from './device/device.ts'

const patienceMs = 90_000

const isHome = ({ page }: Device): boolean => {
  const { waiting, sealed } = page.phone.stand()
  return waiting === 0 && sealed === 0
}

/** Refused ones hold up what came after them in their household: seen, they are put away as a person would. */
async function putAwayRefused(device: Device): Promise<void> {
  const commands = (await on(device, (phone) => phone.commands())) ?? []
  for (const { seq, state, id, problem } of commands) {
    if (state !== 'refused' || seq === undefined || !problem) continue
    device.ledger.putAway.add(id)
    await on(device, (phone) => phone.putAway(seq))
  }
}

/** Brings one home. Answers what it had been refused; `odd` of the ledger says where it did not come home. */
export async function bringHome(device: Device): Promise<void> {
  Object.assign(device.line, { on: true, trouble: 0 })
  const begun = Date.now()
  while (Date.now() - begun < patienceMs) {
    if (!device.page.isAlive()) coldStart(device)
    if (await wake(device)) {
      await on(device, (phone) => phone.sendWaiting())
      if (isHome(device)) return
      const { waiting } = device.page.phone.stand()
      if (waiting > 0 && device.page.phone.heldUp() === waiting) await putAwayRefused(device)
    }
    await sleep(100)
  }
  device.ledger.odd.push(`device ${device.n} did not come home: ${JSON.stringify(device.page.phone.stand())}`)
}

/** What a device shows and holds once it has asked for its households again. */
export async function lastLook(device: Device) {
  const home = await on(device, (phone) => phone.households())
  const commands = (await on(device, (phone) => phone.commands())) ?? []
  const slice = (await on(device, (phone) => phone.slice())) ?? new Map<string, string | null>()
  const begun = (await on(device, (phone) => phone.begun())) ?? new Map<string, string | null>()
  return { home, commands, slice, begun }
}
export type LastLook = Awaited<ReturnType<typeof lastLook>>

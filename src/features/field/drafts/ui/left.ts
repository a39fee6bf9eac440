/** Forms begun on a phone that is given back: the phone leaves them with the server, its owner's next one takes them. */
import type { AccountId, FieldDeviceId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { device } from '#platform/web/device.ts'
import { addDraft, draftsLying } from '#platform/web/drafts.ts'
import { newId } from '#platform/web/ids.ts'
import { isCarried } from '#platform/web/outbox.ts'
import { toText } from '#platform/web/vault/sealing.ts'
import { leaveDrafts, listLeft, takeLeft } from './calls.ts'

const most = { atOnce: 20, letters: 400_000 }

/** Leaves what somebody has begun here, sealed as it lies: nobody need be signed in, and the phone may be closed. */
export async function leaveAll(accountId: AccountId, deviceId: FieldDeviceId): Promise<void> {
  const commands = (await device.command.toArray()).filter((command) => command.accountId === accountId)
  const lying = (await draftsLying(accountId)).flatMap(({ kind, id, savedAt, sealed }) =>
    sealed && !isCarried({ id, savedAt }, commands) ? [{ kind, id, savedAt, sealed: toText(sealed) }] : [],
  )
  const fitting = lying.filter(({ sealed }) => sealed.length <= most.letters)
  for (let at = 0; at < fitting.length; ) {
    let [end, letters] = [at, 0]
    while (end < fitting.length && end - at < most.atOnce && letters <= most.letters) {
      letters += fitting[end]?.sealed.length ?? 0
      end += 1
    }
    await send(leaveDrafts, { deviceId, drafts: fitting.slice(at, end) }, { background: true, whoever: true })
    at = end
  }
}

/** Takes what I left elsewhere. Told only once it lies here: cut off in between, it is taken again and lies here once. */
export async function takeAll(): Promise<void> {
  for (let more = true; more; ) {
    const { drafts, more: others } = await send(listLeft, {}, { background: true })
    for (const { kind, id, data, savedAt } of drafts) await addDraft(kind, id, { data, savedAt })
    const fieldDraftIds = drafts.map((one) => one.fieldDraftId)
    if (drafts.length > 0) await send(takeLeft, { fieldDraftIds }, { background: true, commandId: newId() })
    more = others && drafts.length > 0
  }
}

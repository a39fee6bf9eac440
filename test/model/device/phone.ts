/**
 * The phone without its screens: the files that `src/apps/field/main.tsx` starts, and what its pages do when somebody
 * presses. Bundled once and evaluated for each start of each device (`page.ts`).
 */

import { deliver } from '#features/field/delivery/ui/calls.ts'
import { handIn } from '#features/field/delivery/ui/handIn.ts'
import { handOver } from '#features/field/delivery/ui/handOver.ts'
import { keepInTouch, lockCalls } from '#features/field/devices/ui/phone.ts'
import { sendCommands } from '#features/field/sending/ui/calls.ts'
import { signIn, signOut } from '#features/people/ui/calls.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import { atHome, takeHome } from '#features/surveys/slice/ui/takeHome.ts'
import { caseForm, mySurveys } from '#features/surveys/ui/calls.ts'
import { type CaseKey, loadCase } from '#features/surveys/ui/caseForm.ts'
import { findSurveyDraft, lastSending, saveSurveyDraft } from '#features/surveys/ui/onDevice.ts'
import { queueSurvey } from '#features/surveys/ui/queueSurvey.ts'
import type { CommandId, SurveyId } from '#kernel/ids.ts'
import { href, send } from '#platform/web/calls.ts'
import { device } from '#platform/web/device.ts'
import { listDrafts } from '#platform/web/drafts.ts'
import { newId } from '#platform/web/ids.ts'
import { startMe } from '#platform/web/keptMe.ts'
import { getKept, keptUnder, readKept } from '#platform/web/keptReads.ts'
import {
  connected,
  held,
  putAway,
  sealedHere,
  sendAgain,
  sendWaiting,
  startOutbox,
  waiting,
} from '#platform/web/outbox.ts'
import { account, ended, leave, me, refreshMe } from '#platform/web/session.ts'
import { opening, readable, setPin, startOpening, tryPin } from '#platform/web/vault/opening.ts'

/** As `main.tsx`, but for what draws. */
export function start(): void {
  startOutbox(sendCommands, deliver)
  void startOpening(lockCalls)
  void startMe(readable)
  keepInTouch()
}

/** Where the lock stands, and who is here. */
export const stand = () => ({
  lock: opening.value.state,
  login: account.value?.login ?? null,
  ended: ended.value,
  /** Whether the server has said who is here. */
  said: me.value !== null && me.value.keptAt === undefined,
  connected: connected.value,
  waiting: waiting.value,
  sealed: sealedHere.value,
})

export async function enter(login: string, password: string): Promise<void> {
  await send(signIn, { login, password }, { commandId: newId<'command'>() })
  await refreshMe({ entering: true })
}

export async function goOut(): Promise<void> {
  await send(signOut, {}, { commandId: newId<'command'>() })
  await leave()
}

export async function choosePin(pin: string): Promise<void> {
  if (opening.value.state === 'open') await setPin(opening.value.row, pin)
}
export const openWithPin = async (pin: string) =>
  opening.value.state === 'locked' ? tryPin(opening.value.row.accountId, pin) : null

const toFill: readonly string[] = ['returned', 'assigned', 'listed']

/** The page "Hộ của tôi": the list, and with a line the forms behind it. Answers the households to fill in. */
export async function households() {
  const { data, keptAt } = await readKept(mySurveys, {})
  const open = data.cases.filter(({ state }) => toFill.includes(state))
  if (keptAt === null) await takeHome(open)
  return {
    fresh: keptAt === null,
    whole: atHome.value?.state ?? null,
    open: open.map(({ householdId, caseId }) => ({ householdId, caseId })),
    mine: data.cases.map(({ caseId, state }) => ({ caseId, state })),
  }
}

/** What became of the last form of a case that was finished here. */
export const lastSent = (caseId: string) => lastSending(caseId)?.state ?? null

/** The page of a form, read once. */
export const form = (key: CaseKey) => loadCase(key)

type Typed = { readonly facts: Facts; readonly seen: number | null; readonly sentAs: CommandId | null }
export const type = (caseId: string, { facts, seen, sentAs }: Typed) =>
  saveSurveyDraft(caseId, { facts, at: 'end', seen: [], sentAs }, seen)

/** "Gửi phiếu". Answers the command's id and how it lies here. */
export async function finish(
  key: CaseKey,
  surveyId: SurveyId,
  ready: Awaited<ReturnType<typeof loadCase>>,
  facts: Facts,
) {
  const { form, day, case: of } = ready.base
  const survey = { ...key, surveyId, formHash: form.hash, surveyedOn: day, facts }
  const id = await queueSurvey(survey, { name: of.headName, number: of.number ?? '' })
  const lies = await device.command.where('id').equals(id).first()
  return { id, day, bytes: lies?.delivery ?? lies?.input ?? null }
}

/** Everything that this device still has of commands, whosever. */
export const commands = () => device.command.orderBy('seq').toArray()
/** How many a refused one of their household holds up. */
export const heldUp = (): number => held.value.length
/** Which forms lie here for who is signed in, and in which version. */
export const slice = () => keptUnder('/api/households/')
/** What was begun here, by case: the word by which it is known again. */
export async function begun(): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>()
  for (const { id } of await listDrafts('survey')) found.set(id, (await findSurveyDraft(id))?.data.facts.note ?? null)
  return found
}
/** The form of a case as it lies here. */
export async function kept(key: CaseKey): Promise<unknown> {
  const accountId = account.value?.accountId
  return accountId ? ((await getKept({ accountId, address: href(caseForm, key) }))?.data ?? null) : null
}

export { handIn, handOver, newId, putAway, refreshMe, sendAgain, sendWaiting }

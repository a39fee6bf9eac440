/** A finished form of the phone put on its way. */
import type { InputOf } from '#kernel/endpoint.ts'
import type { CommandId } from '#kernel/ids.ts'
import { say } from '#platform/web/language.ts'
import { putAway, queueCommand } from '#platform/web/outbox.ts'
import type * as contract from '../contract.ts'
import { submitSurvey } from './calls.ts'
import { aboutCase, fieldPage, lastSending } from './onDevice.ts'

export type Survey = InputOf<typeof contract.submitSurvey>

/** Resolves when it is safe on the device; rejects where the store takes nothing. */
export async function queueSurvey(
  survey: Survey,
  { name, number }: { readonly name: string; readonly number: string },
): Promise<CommandId> {
  const before = lastSending(survey.caseId)
  // Two families of a village may be called alike.
  const whose = number ? `${name} (${number})` : name
  const label = say({ vi: 'Phiếu hộ {name}', en: 'Form of {name}' }, { name: whose })
  const how = { label, subject: aboutCase(survey.caseId), page: fieldPage(survey) }
  const command = await queueCommand(submitSurvey, survey, how)
  // The refused one is answered by this one; its reason need not stand any longer.
  if (before?.state === 'refused' && before.seq !== undefined) await putAway(before.seq)
  return command
}

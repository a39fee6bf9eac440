import { holdsSaid } from '#features/credentials/gate/rules.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { CredentialRuleId, GateOverrideId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type * as contract from '../contract.ts'
import type { GatePerson } from '../model.ts'
import { openGate } from './calls.ts'

type GateAnswer = OutputOf<typeof contract.showGate>
type Props = { readonly gate: GateAnswer; readonly of: GatePerson; readonly onClose: () => void }

/** One person, in one round, against one rule, with the reason; it is counted above. */
export function OpenGateDialog({ gate, of, onClose }: Props) {
  const { roundId, rules } = gate
  const draft = useDraft('rounds.openGate', `${roundId}/${of.accountId}`)
  const [ruleId, setRuleId] = useTyped<CredentialRuleId | null>(draft, 'ruleId', rules[0]?.ruleId ?? null)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const gateOverrideId = useMade(draft, 'gateOverrideId', () => newId<'gate_override'>() as GateOverrideId)
  const opening = useChange(openGate, { draft })
  const why = because.trim()
  const open = async () => {
    if (!ruleId || !why) return
    if (await opening.run({ gateOverrideId, roundId, accountId: of.accountId, ruleId, because: why })) onClose()
  }
  return (
    <Dialog
      title={{ vi: 'Cho phép khảo sát khi chưa có chứng nhận', en: 'Let somebody survey without a credential' }}
      onClose={onClose}
    >
      <p>{`${of.name}: ${say(holdsSaid(of.holds))}. ${gate.round}.`}</p>
      <Form
        onSubmit={open}
        draft={draft}
        problem={opening.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={opening.pending}
            whyNot={ruleId && why ? null : { vi: 'Cần điều kiện và lý do.', en: 'Rule and reason are needed.' }}
          >
            {say({ vi: 'Cho phép', en: 'Let through' })}
          </Button>
        }
      >
        <ChoiceField<CredentialRuleId>
          as="select"
          at="ruleId"
          label={{ vi: 'Điều kiện chưa đạt', en: 'Rule not met' }}
          required
          choices={rules.map(({ ruleId: value, name: label }) => ({ value, label }))}
          value={ruleId}
          onChange={setRuleId}
        />
        <TextField
          at="because"
          label={{ vi: 'Lý do', en: 'Reason' }}
          hint={{ vi: 'Cấp trên xem được lần cho phép này', en: 'The level above sees this' }}
          required
          lines={3}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      </Form>
    </Dialog>
  )
}

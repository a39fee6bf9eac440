import { findPlainDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { Rule } from '../model.ts'
import { endRule } from './calls.ts'

/** It issues nothing after its last day; what it issued stays. */
export function EndRuleDialog({ of, onClose }: { of: Rule; onClose: () => void }) {
  const { credentialRuleId, name } = of
  const draft = useDraft('credentialRules.end', credentialRuleId)
  const [last, setLast] = useTyped<string | null>(draft, 'last', null)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const ending = useChange(endRule, { draft })
  const day = findPlainDate(last ?? '')
  const whyNot = day && because.trim() ? null : { vi: 'Cần ngày cuối và lý do.', en: 'Last day and reason are needed.' }
  const end = async () => {
    if (day && !whyNot && (await ending.run({ credentialRuleId, last: day, because: because.trim() }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Điều kiện cấp hết hiệu lực', en: 'End of the rule' }} onClose={onClose}>
      <p>{name}</p>
      <Form
        onSubmit={end}
        draft={draft}
        problem={ending.problem}
        actions={
          <Button look="danger" submit pending={ending.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi hết hiệu lực', en: 'Record the end' })}
          </Button>
        }
      >
        <DayField
          at="last"
          label={{ vi: 'Ngày cuối áp dụng', en: 'Last day' }}
          required
          value={last}
          onChange={setLast}
        />
        <TextField
          at="because"
          label={{ vi: 'Lý do', en: 'Reason' }}
          required
          lines={2}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      </Form>
    </Dialog>
  )
}

import type { AccountId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import type { WholeInquiry } from '../model.ts'
import { assignInquiry } from './calls.ts'

export function AssignDialog({ of, onClose }: { of: WholeInquiry; onClose: () => void }) {
  const { inquiryId, specialists } = of
  const draft = useDraft('inquiries.assign', inquiryId)
  const seen = useSeen(draft, 'seen', of.revision)
  const [accountId, setAccount] = useTyped<AccountId | null>(draft, 'account', null)
  const giving = useChange(assignInquiry, { draft })
  const give = async () => {
    if (accountId && (await giving.run({ inquiryId, seen, accountId }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Giao cho người trả lời', en: 'Name who answers' }} onClose={onClose}>
      <Form
        onSubmit={give}
        draft={draft}
        problem={giving.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={giving.pending}
            whyNot={accountId ? null : { vi: 'Chọn một người.', en: 'Choose somebody.' }}
          >
            {say({ vi: 'Giao', en: 'Give' })}
          </Button>
        }
      >
        <ChoiceField<AccountId>
          at="accountId"
          as="rows"
          label={{ vi: 'Giao cho', en: 'Given to' }}
          required
          choices={specialists.map(({ accountId: value, name, unitName }) => {
            const label = `${name} (${unitName})`
            return { value, label: { vi: label, en: label } }
          })}
          value={accountId}
          onChange={setAccount}
        />
      </Form>
    </Dialog>
  )
}

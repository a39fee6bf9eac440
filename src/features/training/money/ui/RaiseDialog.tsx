import { useLocation } from 'preact-iso'
import type { SpendingNormId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { showMoney } from '#platform/web/numbers.ts'
import { countedBys } from '../model.ts'
import { raiseNorm } from './calls.ts'
import { ValueFields } from './NormFields.tsx'
import { type NormAnswer, noValue, pathOf, readValue, type TypedValue } from './norm.ts'

/** The next value of the item, from its first day on; the one before ends that day. */
export function RaiseDialog({ of, onClose }: { of: NormAnswer; onClose: () => void }) {
  const { spendingNormId } = of
  const draft = useDraft('money.raise', spendingNormId)
  const [typed, setTyped] = useTyped<TypedValue>(draft, 'value', noValue)
  const nextId = useMade(draft, 'nextId', () => newId<'spending_norm'>() as SpendingNormId)
  const raising = useChange(raiseNorm, { draft })
  const { route } = useLocation()
  const to = useTo()
  const value = readValue(typed)
  const whyNot = value
    ? null
    : { vi: 'Cần mức, ngày áp dụng, căn cứ và độ tin cậy.', en: 'Amount, day, basis and how sure it is are needed.' }
  const raise = async () => {
    if (value && (await raising.run({ spendingNormId, nextId, ...value }))) route(to(pathOf(nextId)))
  }
  return (
    <Dialog title={{ vi: 'Ghi mức mới', en: 'Enter a new value' }} onClose={onClose}>
      <p>
        {of.item}: {showMoney(of.dong)} / {say(countedBys[of.countedBy])}
      </p>
      <Form
        onSubmit={raise}
        draft={draft}
        problem={raising.problem}
        actions={
          <Button look="primary" submit pending={raising.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi mức mới', en: 'Enter the value' })}
          </Button>
        }
      >
        <ValueFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}

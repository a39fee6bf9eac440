import { useLocation } from 'preact-iso'
import type { AreaId, SpendingNormId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { enterNorm } from './calls.ts'
import { NormFields } from './NormFields.tsx'
import { nothing, pathOf, sentOf, type TypedNorm } from './norm.ts'

type Props = {
  readonly provinces: readonly { readonly areaId: AreaId; readonly name: string }[]
  readonly onClose: () => void
}

/** A norm of a province comes into the list, by the text that says it. */
export function NewNormDialog({ provinces, onClose }: Props) {
  const draft = useDraft('money.enter', 'new')
  const [typed, setTyped] = useTyped<TypedNorm>(draft, 'norm', nothing)
  const [areaId, setAreaId] = useTyped<AreaId | null>(draft, 'areaId', provinces[0]?.areaId ?? null)
  const spendingNormId = useMade(draft, 'spendingNormId', () => newId<'spending_norm'>() as SpendingNormId)
  const entering = useChange(enterNorm, { draft })
  const { route } = useLocation()
  const to = useTo()
  const sent = sentOf(typed)
  const whyNot =
    sent && areaId
      ? null
      : {
          vi: 'Cần nội dung chi, cách tính, mức, ngày, căn cứ và độ tin cậy.',
          en: 'Item, amount, day, basis and how sure it is are needed.',
        }
  const enter = async () => {
    if (sent && areaId && (await entering.run({ spendingNormId, areaId, ...sent }))) route(to(pathOf(spendingNormId)))
  }
  return (
    <Dialog title={{ vi: 'Ghi định mức chi', en: 'Enter a norm' }} onClose={onClose}>
      <Form
        onSubmit={enter}
        draft={draft}
        problem={entering.problem}
        actions={
          <Button look="primary" submit pending={entering.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi định mức', en: 'Enter' })}
          </Button>
        }
      >
        <ChoiceField<AreaId>
          as="select"
          at="areaId"
          label={{ vi: 'Của tỉnh', en: 'Province' }}
          required
          choices={provinces.map(({ areaId: value, name }) => ({ value, label: name }))}
          value={areaId}
          onChange={setAreaId}
        />
        <NormFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}

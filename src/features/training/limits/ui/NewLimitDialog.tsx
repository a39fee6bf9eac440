import type { AreaId, TrainingLimitId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { type LimitKind, limitKindNames, limitKinds } from '../model.ts'
import { enterLimit } from './calls.ts'
import { Illustrate, LimitFields } from './LimitFields.tsx'
import { type LimitsAnswer, nothing, sentOf, type TypedLimit } from './limit.ts'

type Props = { readonly provinces: LimitsAnswer['mayEnterAt']; readonly onClose: () => void }

/** What a province lays down comes into the list, by the text that says it. */
export function NewLimitDialog({ provinces, onClose }: Props) {
  const draft = useDraft('limits.enter', 'new')
  const [areaId, setAreaId] = useTyped<AreaId | null>(draft, 'areaId', provinces[0]?.areaId ?? null)
  const [kind, setKind] = useTyped<LimitKind | null>(draft, 'kind', null)
  const [typed, setTyped] = useTyped<TypedLimit>(draft, 'limit', nothing)
  const trainingLimitId = useMade(draft, 'trainingLimitId', () => newId<'training_limit'>() as TrainingLimitId)
  const entering = useChange(enterLimit, { draft })
  const sent = kind && sentOf(kind, typed)
  const whyNot =
    sent && areaId
      ? null
      : {
          vi: 'Cần loại giới hạn, nội dung, ngày áp dụng, căn cứ và độ tin cậy.',
          en: 'Kind, value, day, basis and how sure it is are needed.',
        }
  const enter = async () => {
    if (kind && sent && areaId && (await entering.run({ trainingLimitId, areaId, kind, ...sent }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi giới hạn mở lớp', en: 'Enter a limit' }} onClose={onClose}>
      <Form
        onSubmit={enter}
        draft={draft}
        problem={entering.problem}
        actions={
          <Button look="primary" submit pending={entering.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi giới hạn', en: 'Enter' })}
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
        <ChoiceField<LimitKind>
          as="select"
          at="kind"
          label={{ vi: 'Loại giới hạn', en: 'Kind' }}
          required
          choices={limitKindNames.map((value) => ({ value, label: limitKinds[value] }))}
          value={kind}
          onChange={setKind}
        />
        {kind && <Illustrate kind={kind} of={typed} onChange={setTyped} />}
        {kind && <LimitFields kind={kind} of={typed} onChange={setTyped} />}
      </Form>
    </Dialog>
  )
}

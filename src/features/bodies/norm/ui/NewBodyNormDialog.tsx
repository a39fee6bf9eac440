import { levelWords } from '#features/areas/words.ts'
import { PlaceField, RequiredField, TextFields } from '#features/people/norms/ui/RuleFields.tsx'
import { noText, type TypedText, textOf } from '#features/people/norms/ui/rule.ts'
import type { AreaId, BodyNormId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { type BodyKind, bodyKinds, bodyKindWords } from '../../model.ts'
import { type BodyLevel, levelsOf } from '../model.ts'
import { enterNorm } from './calls.ts'

type Props = {
  readonly places: readonly { readonly areaId: AreaId; readonly name: string }[]
  readonly onClose: () => void
}

/** How many bodies of a kind each unit of a level should have, by the text that says it. */
export function NewBodyNormDialog({ places, onClose }: Props) {
  const draft = useDraft('bodies.enterNorm', 'new')
  const [areaId, setAreaId] = useTyped<AreaId | null>(draft, 'areaId', places[0]?.areaId ?? null)
  const [kind, setKind] = useTyped<BodyKind | null>(draft, 'kind', null)
  const [level, setLevel] = useTyped<BodyLevel | null>(draft, 'level', null)
  const [required, setRequired] = useTyped<number | null>(draft, 'required', null)
  const [typed, setTyped] = useTyped<TypedText>(draft, 'text', noText)
  const bodyNormId = useMade(draft, 'bodyNormId', () => newId<'body_norm'>() as BodyNormId)
  const entering = useChange(enterNorm, { draft })
  const text = textOf(typed)
  const of = areaId && kind && level && levelsOf[kind].includes(level) ? { areaId, kind, level } : null
  const sent = of && required !== null && text ? { ...of, required, ...text } : null
  const whyNot = sent
    ? null
    : {
        vi: 'Cần loại Ban, cấp, số Ban, ngày áp dụng, căn cứ và độ tin cậy.',
        en: 'Kind, level, bodies, day, basis and how sure it is are needed.',
      }
  const enter = async () => {
    if (sent && (await entering.run({ bodyNormId, ...sent }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi định mức của một loại Ban', en: 'Enter a norm of bodies' }} onClose={onClose}>
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
        <PlaceField places={places} areaId={areaId} onChange={setAreaId} />
        <ChoiceField<BodyKind>
          as="select"
          at="kind"
          label={{ vi: 'Loại Ban', en: 'Kind' }}
          required
          choices={bodyKinds.map((value) => ({ value, label: bodyKindWords[value] }))}
          value={kind}
          onChange={setKind}
        />
        <ChoiceField<BodyLevel>
          as="select"
          at="level"
          label={{ vi: 'Mỗi đơn vị', en: 'Each unit of' }}
          required
          choices={levelsOf[kind ?? 'steering'].map((value) => ({ value, label: levelWords[value] }))}
          value={level}
          onChange={setLevel}
        />
        <RequiredField label={{ vi: 'Số Ban', en: 'Bodies' }} required={required} onChange={setRequired} />
        <TextFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}

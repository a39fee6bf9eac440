import { levelWords } from '#features/areas/words.ts'
import type { AreaId, NormId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { type NormLevel, normLevels } from '../model.ts'
import { enterNorm } from './calls.ts'
import { PlaceField, PostField, RequiredField, TextFields } from './RuleFields.tsx'
import { noText, type TypedText, textOf } from './rule.ts'

type Props = {
  readonly places: readonly { readonly areaId: AreaId; readonly name: string }[]
  readonly onClose: () => void
}

/** How many of a post each unit of a level should have, by the text that says it. */
export function NewNormDialog({ places, onClose }: Props) {
  const draft = useDraft('norms.enter', 'new')
  const [areaId, setAreaId] = useTyped<AreaId | null>(draft, 'areaId', places[0]?.areaId ?? null)
  const [post, setPost] = useTyped<string | null>(draft, 'post', null)
  const [level, setLevel] = useTyped<NormLevel | null>(draft, 'level', null)
  const [required, setRequired] = useTyped<number | null>(draft, 'required', null)
  const [typed, setTyped] = useTyped<TypedText>(draft, 'text', noText)
  const postNormId = useMade(draft, 'postNormId', () => newId<'norm'>() as NormId)
  const entering = useChange(enterNorm, { draft })
  const text = textOf(typed)
  const sent = areaId && post && level && required !== null && text ? { areaId, post, level, required, ...text } : null
  const whyNot = sent
    ? null
    : {
        vi: 'Cần chức danh, cấp, số người, ngày áp dụng, căn cứ và độ tin cậy.',
        en: 'Post, level, people, day, basis and how sure it is are needed.',
      }
  const enter = async () => {
    if (sent && (await entering.run({ postNormId, ...sent }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi định mức của chức danh', en: 'Enter a norm of a post' }} onClose={onClose}>
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
        <PostField of={post} onChange={setPost} />
        <ChoiceField<NormLevel>
          as="select"
          at="level"
          label={{ vi: 'Mỗi đơn vị', en: 'Each unit of' }}
          required
          choices={normLevels.map((value) => ({ value, label: levelWords[value] }))}
          value={level}
          onChange={setLevel}
        />
        <RequiredField label={{ vi: 'Số người', en: 'People' }} required={required} onChange={setRequired} />
        <TextFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}

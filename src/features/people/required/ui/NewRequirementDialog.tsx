import { type Level, levels, levelWords } from '#features/areas/words.ts'
import type { AreaId, PostRequirementId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { PlaceField, PostField, TextFields } from '../../norms/ui/RuleFields.tsx'
import { noText, type TypedText, textOf } from '../../norms/ui/rule.ts'
import { type QualificationKind, qualificationKinds, qualificationWords } from '../../roster/model.ts'
import { enterRequirement } from './calls.ts'
import { MinimumField } from './MinimumField.tsx'

type Props = {
  readonly places: readonly { readonly areaId: AreaId; readonly name: string }[]
  readonly onClose: () => void
}
type Asked = {
  readonly post: string | null
  readonly level: Level | null
  readonly kind: QualificationKind | null
  readonly minimum: string | null
}

/** What who holds a post must have learnt at least, by the text that says it. */
export function NewRequirementDialog({ places, onClose }: Props) {
  const draft = useDraft('required.enter', 'new')
  const [areaId, setAreaId] = useTyped<AreaId | null>(draft, 'areaId', places[0]?.areaId ?? null)
  const [asked, setAsked] = useTyped<Asked>(draft, 'asked', { post: null, level: null, kind: null, minimum: null })
  const [typed, setTyped] = useTyped<TypedText>(draft, 'text', noText)
  const requirementId = useMade(draft, 'requirementId', () => newId<'post_requirement'>() as PostRequirementId)
  const entering = useChange(enterRequirement, { draft })
  const { post, level, kind, minimum } = asked
  const text = textOf(typed)
  const sent = areaId && post && kind && minimum && text ? { areaId, post, level, kind, minimum, ...text } : null
  const whyNot = sent
    ? null
    : {
        vi: 'Cần chức danh, loại trình độ, bậc, ngày áp dụng, căn cứ và độ tin cậy.',
        en: 'Post, kind, level, day, basis and how sure it is are needed.',
      }
  const enter = async () => {
    if (sent && (await entering.run({ requirementId, ...sent }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi tiêu chuẩn trình độ', en: 'Enter a requirement' }} onClose={onClose}>
      <Form
        onSubmit={enter}
        draft={draft}
        problem={entering.problem}
        actions={
          <Button look="primary" submit pending={entering.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi tiêu chuẩn', en: 'Enter' })}
          </Button>
        }
      >
        <PlaceField places={places} areaId={areaId} onChange={setAreaId} />
        <PostField of={post} onChange={(chosen) => setAsked({ ...asked, post: chosen })} />
        <ChoiceField<Level>
          as="select"
          at="level"
          label={{ vi: 'Ở cấp', en: 'At the level' }}
          hint={{ vi: 'Để trống nếu áp dụng cho mọi cấp.', en: 'Empty where it holds at every level.' }}
          choices={levels.map((value) => ({ value, label: levelWords[value] }))}
          value={level}
          onChange={(chosen) => setAsked({ ...asked, level: chosen })}
        />
        <ChoiceField<QualificationKind>
          as="select"
          at="kind"
          label={{ vi: 'Loại trình độ', en: 'Kind' }}
          required
          choices={qualificationKinds.map((value) => ({ value, label: qualificationWords[value] }))}
          value={kind}
          onChange={(chosen) => setAsked({ ...asked, kind: chosen, minimum: null })}
        />
        <MinimumField kind={kind} value={minimum} onChange={(chosen) => setAsked({ ...asked, minimum: chosen })} />
        <TextFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}

import { useLocation } from 'preact-iso'
import { findPlainDate } from '#kernel/dates.ts'
import type { AreaId, BodyId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { bodyKinds, bodyKindWords } from '../model.ts'
import { BodyFields } from './BodyFields.tsx'
import { addBody } from './calls.ts'
import { bodyPath, foundedOf, newBodyAt, type TypedBody } from './typed.ts'

type Props = { readonly areaId: AreaId; readonly areaName: string; readonly onClose: () => void }

/** A body that was founded at the unit I look at. */
export function NewBodyDialog({ areaId, areaName, onClose }: Props) {
  const draft = useDraft('bodies.new', areaId)
  const [body, setBody] = useTyped<TypedBody>(draft, 'body', () => newBodyAt(areaId, areaName))
  const bodyId = useMade(draft, 'bodyId', () => newId<'body'>() as BodyId)
  const adding = useChange(addBody, { draft })
  const { route } = useLocation()
  const to = useTo()
  const founded = foundedOf(body)
  const from = findPlainDate(body.from ?? '')
  const whyNot =
    body.kind && founded && from
      ? null
      : {
          vi: 'Cần loại, tên, quyết định thành lập và ngày bắt đầu.',
          en: 'Kind, name, decision and first day are needed.',
        }
  const add = async () => {
    if (!body.kind || !founded || !from) return
    if (await adding.run({ bodyId, unitId: areaId, kind: body.kind, from, ...founded })) route(to(bodyPath(bodyId)))
  }
  return (
    <Dialog title={{ vi: 'Ghi Ban được thành lập', en: 'Enter a body' }} onClose={onClose}>
      <p>{areaName}</p>
      <Form
        onSubmit={add}
        draft={draft}
        problem={adding.problem}
        actions={
          <Button look="primary" submit pending={adding.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi Ban', en: 'Enter' })}
          </Button>
        }
      >
        <ChoiceField
          label={{ vi: 'Loại', en: 'Kind' }}
          at="kind"
          required
          choices={bodyKinds.map((value) => ({ value, label: bodyKindWords[value] }))}
          value={body.kind}
          onChange={(kind) => setBody({ ...body, kind })}
        />
        <BodyFields body={body} onChange={setBody} isNew />
      </Form>
    </Dialog>
  )
}

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
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { say } from '#platform/web/language.ts'
import { useStill } from '#platform/web/still.ts'
import { bodyKinds, bodyKindWords } from '../model.ts'
import { BodyFields } from './BodyFields.tsx'
import { addBody } from './calls.ts'
import { bodyPath, foundedOf, newBodyAt, type TypedBody } from './typed.ts'

type Props = { readonly areaId: AreaId; readonly areaName: string; readonly onClose: () => void }

/** A body that was founded at the unit I look at. */
export function NewBodyDialog({ areaId, areaName, onClose }: Props) {
  const draft = useDraft('bodies.new', areaId)
  const [body, setBody] = useTyped<TypedBody>(draft, 'body', () => newBodyAt(areaId, areaName))
  const [also, setAlso] = useTyped<boolean | null>(draft, 'also', null)
  const bodyId = useMade(draft, 'bodyId', () => newId<'body'>() as BodyId)
  const adding = useChange(addBody, { draft })
  const problem = useStill(adding.problem, adding.problem?.code === 'bodies.namesake' ? body : null)
  const namesake = problem?.code === 'bodies.namesake'
  const put = (next: TypedBody) => {
    // What was answered is of what was typed then.
    setAlso(null)
    setBody(next)
  }
  const { route } = useLocation()
  const to = useTo()
  const founded = foundedOf(body)
  const from = findPlainDate(body.from ?? '')
  const whyNot =
    body.kind && founded && from
      ? namesake && !also
        ? { vi: 'Hãy trả lời đây có là Ban khác không.', en: 'Say whether this is another body.' }
        : null
      : {
          vi: 'Cần loại, tên, quyết định thành lập và ngày bắt đầu.',
          en: 'Kind, name, decision and first day are needed.',
        }
  const add = async () => {
    if (!body.kind || !founded || !from || whyNot) return
    const entered = { bodyId, unitId: areaId, kind: body.kind, from, ...founded, ...(also && { also }) }
    if (await adding.run(entered)) route(to(bodyPath(bodyId)))
  }
  return (
    <Dialog title={{ vi: 'Ghi Ban được thành lập', en: 'Enter a body' }} onClose={onClose}>
      <p>{areaName}</p>
      <Form
        onSubmit={add}
        draft={draft}
        problem={problem}
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
          onChange={(kind) => put({ ...body, kind })}
        />
        <BodyFields body={body} onChange={put} isNew />
        {(namesake || also) && (
          <YesNo
            at="also"
            label={{
              vi: 'Đơn vị đang có Ban cùng loại, cùng tên. Đây là Ban khác?',
              en: 'The unit has a body of this kind and name. Is this another?',
            }}
            required
            value={also}
            onChange={setAlso}
          />
        )}
      </Form>
    </Dialog>
  )
}

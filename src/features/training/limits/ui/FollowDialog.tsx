import type { TrainingLimitId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { type Limit, limitKinds } from '../model.ts'
import { limitSaid } from '../rules.ts'
import { followLimit } from './calls.ts'
import { LimitFields } from './LimitFields.tsx'
import { sentOf, type TypedLimit, typedOf } from './limit.ts'

/** The next value, from its first day on; the one before ends that day. */
export function FollowDialog({ of, onClose }: { of: Limit; onClose: () => void }) {
  const { trainingLimitId, kind } = of
  const draft = useDraft('limits.follow', trainingLimitId)
  const [typed, setTyped] = useTyped<TypedLimit>(draft, 'limit', () => typedOf(of))
  const nextId = useMade(draft, 'nextId', () => newId<'training_limit'>() as TrainingLimitId)
  const following = useChange(followLimit, { draft })
  const sent = sentOf(kind, typed)
  const whyNot = sent
    ? null
    : {
        vi: 'Cần nội dung, ngày áp dụng, căn cứ và độ tin cậy.',
        en: 'Value, day, basis and how sure it is are needed.',
      }
  const follow = async () => {
    if (sent && (await following.run({ trainingLimitId, nextId, ...sent }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi giá trị mới', en: 'Enter a new value' }} onClose={onClose}>
      <p>{`${say(limitKinds[kind])}: ${say(limitSaid(kind, of))}`}</p>
      <Form
        onSubmit={follow}
        draft={draft}
        problem={following.problem}
        actions={
          <Button look="primary" submit pending={following.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi giá trị mới', en: 'Enter the value' })}
          </Button>
        }
      >
        <LimitFields kind={kind} of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}

import { addDays } from '#kernel/dates.ts'
import type { AppointmentId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { postSaid } from '../columns.ts'
import type { Appointment } from '../model.ts'
import { renewAppointment } from './calls.ts'
import { heldOf, type OfficialAnswer, type Post, postAt } from './official.ts'
import { PostFields } from './PostFields.tsx'
import { useThere } from './there.ts'

/** The unit has ended: the old appointment ends with it, another follows from then on or later. */
type Props = {
  readonly of: Appointment
  readonly successors: OfficialAnswer['successors']
  readonly onClose: () => void
}

export function RenewDialog({ of, successors, onClose }: Props) {
  const draft = useDraft('roster.renew', of.appointmentId)
  const { post: code, standing, unplacedFrom } = of
  const only = successors.length === 1 ? successors[0] : undefined
  const [post, setPost] = useTyped<Post>(draft, 'post', () => ({
    ...{ ...postAt(only?.areaId ?? null, only?.name ?? ''), post: code, standing },
    // Nobody holds a post at a unit before it stands.
    from: unplacedFrom && only && only.since > unplacedFrom ? only.since : unplacedFrom,
  }))
  const nextId = useMade(draft, 'nextId', () => newId<'appointment'>() as AppointmentId)
  const renewing = useChange(renewAppointment, { draft })
  const held = heldOf(post, of.appointmentId)
  const there = useThere(post, renewing.problem)
  const whyNot = held
    ? there.whyNot
    : { vi: 'Cần chức danh, đơn vị và ngày bắt đầu.', en: 'Post, unit and first day are needed.' }
  const renew = async () => {
    if (!held) return
    const { lastDay, ...given } = held
    if (await renewing.run({ ...given, nextId, until: lastDay && addDays(lastDay, 1) })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Bố trí lại', en: 'Place again' }} onClose={onClose}>
      <p>
        {say(postSaid(of))}, {of.place}.{' '}
        {say({
          vi: 'Đơn vị này đã hết; chức danh cũ được ghi thôi giữ cùng ngày đơn vị hết.',
          en: 'This unit has ended; the old appointment is recorded as ended with it.',
        })}{' '}
        {successors.length > 0 &&
          say(
            { vi: 'Đơn vị kế thừa: {names}.', en: 'What came of it: {names}.' },
            { names: successors.map(({ name }) => name).join(', ') },
          )}
      </p>
      <Form
        onSubmit={renew}
        draft={draft}
        problem={there.problem}
        actions={
          <Button look="primary" submit pending={renewing.pending} whyNot={whyNot}>
            {say({ vi: 'Bố trí lại', en: 'Place again' })}
          </Button>
        }
      >
        <PostFields post={post} onChange={setPost} there={there} />
      </Form>
    </Dialog>
  )
}

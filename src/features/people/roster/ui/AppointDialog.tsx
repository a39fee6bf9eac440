import { addDays } from '#kernel/dates.ts'
import type { AppointmentId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { appoint } from './calls.ts'
import { heldOf, type OfficialAnswer, type Post, postAt } from './official.ts'
import { PostFields } from './PostFields.tsx'
import { useThere } from './there.ts'

/** Another post for the same person: beside those held, or after one that ended. */
export function AppointDialog({ of, onClose }: { of: OfficialAnswer; onClose: () => void }) {
  const draft = useDraft('roster.appoint', of.officialId)
  const [post, setPost] = useTyped<Post>(draft, 'post', () => postAt(of.unitId, of.unitName))
  const appointmentId = useMade(draft, 'appointmentId', () => newId<'appointment'>() as AppointmentId)
  const appointing = useChange(appoint, { draft })
  const held = heldOf(post, appointmentId)
  const there = useThere(post, appointing.problem)
  const whyNot = held
    ? there.whyNot
    : { vi: 'Cần chức danh, đơn vị và ngày bắt đầu.', en: 'Post, unit and first day are needed.' }
  const give = async () => {
    if (!held) return
    const { lastDay, ...given } = held
    const until = lastDay && addDays(lastDay, 1)
    if (await appointing.run({ officialId: of.officialId, ...given, until })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Giao chức danh', en: 'Appoint to a post' }} onClose={onClose}>
      <Form
        onSubmit={give}
        draft={draft}
        problem={there.problem}
        actions={
          <Button look="primary" submit pending={appointing.pending} whyNot={whyNot}>
            {say({ vi: 'Giao chức danh', en: 'Appoint' })}
          </Button>
        }
      >
        <PostFields post={post} onChange={setPost} there={there} />
      </Form>
    </Dialog>
  )
}

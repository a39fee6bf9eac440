import type { AppointmentId, OfficialMoveId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { postSaid } from '../../roster/columns.ts'
import { heldOf, type OfficialAnswer, type Post, postAt } from '../../roster/ui/official.ts'
import { PostFields } from '../../roster/ui/PostFields.tsx'
import { useThere } from '../../roster/ui/there.ts'
import { moveOfficial } from './calls.ts'
import { PlanFields } from './PlanFields.tsx'
import { nothingPlanned, planOf, type TypedPlan } from './planned.ts'

/** From a post that is held to another for a time. */
export function MoveDialog({ of, onClose }: { of: OfficialAnswer; onClose: () => void }) {
  const draft = useDraft('moves.move', of.officialId)
  const open = of.appointments.filter(({ because }) => because === null)
  const [plan, setPlan] = useTyped<TypedPlan>(draft, 'plan', nothingPlanned)
  const [leftId, setFromId] = useTyped<AppointmentId | null>(draft, 'leftId', open[0]?.appointmentId ?? null)
  const [post, setPost] = useTyped<Post>(draft, 'post', () => postAt(null, ''))
  const moveId = useMade(draft, 'moveId', () => newId<'official_move'>() as OfficialMoveId)
  const appointmentId = useMade(draft, 'appointmentId', () => newId<'appointment'>() as AppointmentId)
  const moving = useChange(moveOfficial, { draft })
  const planned = planOf(plan)
  const held = heldOf(post, appointmentId)
  const there = useThere(post, moving.problem?.code === 'official.norm_filled')
  const whyNot =
    planned && leftId && held
      ? there.whyNot
      : {
          vi: 'Cần hình thức, lý do, nơi đi, chức danh và đơn vị nơi đến, ngày bắt đầu.',
          en: 'Kind, reason, the post left, post and unit there, and the first day are needed.',
        }
  const move = async () => {
    if (!planned || !leftId || !held) return
    const { lastDay: _last, ...given } = held
    if (await moving.run({ officialId: of.officialId, moveId, ...planned, leftId, ...given })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Luân chuyển, biệt phái', en: 'Move for a time' }} onClose={onClose}>
      <p>
        {say({
          vi: 'Chức danh nơi đến được giao cùng lúc. Chức danh nơi đi vẫn giữ; nếu thôi thì ghi thôi giữ riêng.',
          en: 'The post there is given at once. The post that is left goes on; end it apart where it ends.',
        })}
      </p>
      <Form
        onSubmit={move}
        draft={draft}
        problem={moving.problem}
        actions={
          <Button look="primary" submit pending={moving.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi vào sổ', en: 'Record' })}
          </Button>
        }
      >
        <ChoiceField<AppointmentId>
          as="select"
          label={{ vi: 'Từ chức danh', en: 'From the post' }}
          required
          choices={open.map((one) => {
            const { vi, en } = postSaid(one)
            const label = { vi: `${vi}, ${one.areaName}`, en: `${en}, ${one.areaName}` }
            return { value: one.appointmentId, label }
          })}
          value={leftId}
          onChange={setFromId}
        />
        <PlanFields plan={plan} onChange={setPlan} />
        <PostFields post={post} onChange={setPost} there={there} ends={false} />
      </Form>
    </Dialog>
  )
}

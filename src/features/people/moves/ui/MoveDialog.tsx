import { addDays, findPlainDate, showDate } from '#kernel/dates.ts'
import type { AppointmentId, OfficialMoveId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
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
  const posts = of.appointments.filter(({ because }) => because !== 'entered_by_mistake')
  const open = posts.filter(({ because }) => because === null)
  const [last, setLast] = useTyped<string | null>(draft, 'last', null)
  const [outcome, setOutcome] = useTyped(draft, 'outcome', '')
  const [plan, setPlan] = useTyped<TypedPlan>(draft, 'plan', nothingPlanned)
  const [leftId, setFromId] = useTyped<AppointmentId | null>(draft, 'leftId', open[0]?.appointmentId ?? null)
  const [post, setPost] = useTyped<Post>(draft, 'post', () => postAt(null, ''))
  const moveId = useMade(draft, 'moveId', () => newId<'official_move'>() as OfficialMoveId)
  const appointmentId = useMade(draft, 'appointmentId', () => newId<'appointment'>() as AppointmentId)
  const moving = useChange(moveOfficial, { draft })
  const planned = planOf(plan)
  const held = heldOf(post, appointmentId)
  const lastDay = findPlainDate(last ?? '')
  const told = last === null || last === '' || (lastDay !== null && outcome.trim() !== '')
  const there = useThere(post, moving.problem)
  const whyNot =
    planned && leftId && held && told
      ? there.whyNot
      : {
          vi: 'Cần hình thức, lý do, nơi đi, chức danh và đơn vị nơi đến, ngày bắt đầu; đã xong thì cần ngày cuối và kết quả.',
          en: 'Kind, reason, the post left, post and unit there, and the first day are needed; of one that is over its last day and outcome.',
        }
  const move = async () => {
    if (!planned || !leftId || !held) return
    const { lastDay: _last, ...given } = held
    const over = lastDay && { over: { last: lastDay, outcome: outcome.trim() } }
    if (await moving.run({ officialId: of.officialId, moveId, ...planned, leftId, ...given, ...over })) onClose()
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
        problem={there.problem}
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
          choices={posts.map((one) => {
            const { vi, en } = postSaid(one)
            const ended = one.because !== null && one.until ? showDate(addDays(one.until, -1)) : null
            const label = {
              vi: `${vi}, ${one.place}${ended ? ` (đến hết ${ended})` : ''}`,
              en: `${en}, ${one.place}${ended ? ` (to ${ended})` : ''}`,
            }
            return { value: one.appointmentId, label }
          })}
          value={leftId}
          onChange={setFromId}
        />
        <PlanFields plan={plan} onChange={setPlan} />
        <PostFields post={post} onChange={setPost} there={there} ends={false} />
        <DayField
          label={{ vi: 'Ngày cuối, nếu đã xong', en: 'Last day, where it is over' }}
          at="last"
          hint={{
            vi: 'Ghi lại đợt đã qua, như ở đơn vị nay đã kết thúc; đang đi thì để trống.',
            en: 'For a past move, as into a unit that has ended since; empty while the person is away.',
          }}
          value={last}
          onChange={setLast}
        />
        {last && (
          <TextField
            label={{ vi: 'Kết quả', en: 'What came of it' }}
            at="outcome"
            required
            lines={2}
            maxLength={1000}
            value={outcome}
            onChange={setOutcome}
          />
        )}
      </Form>
    </Dialog>
  )
}

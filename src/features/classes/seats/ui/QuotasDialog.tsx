/** How many people each unit may send. */
import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import type { AreaId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import type { ClassQuota } from '../model.ts'
import { plannedQuotas, setQuotas } from './calls.ts'

type Typed = { readonly areaId: AreaId; readonly areaName: string; readonly seats: number | null }
type Props = { readonly of: ClassAnswer; readonly quotas: readonly ClassQuota[]; readonly onClose: () => void }

export function QuotasDialog({ of, quotas, onClose }: Props) {
  const { trainingClassId } = of
  const draft = useDraft('seats.setQuotas', trainingClassId)
  const revision = useSeen(draft, 'seen', of.revision)
  const [typed, setTyped] = useTyped<readonly Typed[]>(draft, 'quotas', () =>
    quotas.map(({ areaId, areaName, seats }) => ({ areaId, areaName, seats })),
  )
  const planned = useRead(plannedQuotas, { trainingClassId }).data?.units ?? []
  const setting = useChange(setQuotas, { draft })
  const put = (more: readonly Typed[]) =>
    setTyped([...typed, ...more.filter(({ areaId }) => !typed.some((one) => one.areaId === areaId))])
  const sum = typed.reduce((all, { seats }) => all + (seats ?? 0), 0)
  const ready = typed.every(({ seats }) => seats !== null)
  const named = planned.filter((one) => one.planned > 0)
  const send = async () => {
    if (!ready) return
    const kept = typed.flatMap(({ areaId, seats }) => (seats === null ? [] : [{ areaId, seats }]))
    if (await setting.run({ trainingClassId, revision, quotas: kept })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Số người mỗi đơn vị được cử', en: 'How many each unit may send' }} onClose={onClose}>
      <Form
        onSubmit={send}
        draft={draft}
        problem={setting.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={setting.pending}
            whyNot={ready ? null : { vi: 'Ghi số người của từng đơn vị.', en: 'Write the number of each unit.' }}
          >
            {say({ vi: 'Ghi số người', en: 'Set them' })}
          </Button>
        }
      >
        <p>
          {say(
            {
              vi: 'Chỉ đơn vị có suất mới thấy mình được cử người. Tổng: {sum} / {seats} chỗ.',
              en: 'Only units in this list may send people. In all: {sum} of {seats} seats.',
            },
            { sum: showNumber(sum), seats: of.seats === null ? '?' : showNumber(of.seats) },
          )}
        </p>
        <AreaPicker
          at="quotas"
          label={{ vi: 'Thêm đơn vị', en: 'Add a unit' }}
          day={today()}
          under={of.areaId}
          chosen={null}
          onChoose={(areaId, areaName) => put([{ areaId, areaName, seats: 1 }])}
        />
        <div class="form-actions">
          {named.length > 0 && (
            <Button onClick={() => put(named.map(({ planned: seats, ...unit }) => ({ ...unit, seats })))}>
              {say(
                { vi: 'Điền theo kế hoạch ({n} đơn vị)', en: 'As the plan has it ({n} {n:unit|units})' },
                { n: showNumber(named.length) },
              )}
            </Button>
          )}
          {planned.length > typed.length && (
            <Button onClick={() => put(planned.map(({ areaId, areaName }) => ({ areaId, areaName, seats: 1 })))}>
              {say(
                { vi: 'Mọi đơn vị, mỗi nơi 1 người ({n})', en: 'Every unit, one each ({n})' },
                { n: showNumber(planned.length) },
              )}
            </Button>
          )}
        </div>
        {typed.map(({ areaId, areaName, seats }) => (
          <div class="form-actions" key={areaId}>
            <NumberField
              label={{ vi: areaName, en: areaName }}
              min={1}
              max={2000}
              required
              value={seats}
              onChange={(next) => setTyped(typed.map((one) => (one.areaId === areaId ? { ...one, seats: next } : one)))}
            />
            <Button look="quiet" onClick={() => setTyped(typed.filter((one) => one.areaId !== areaId))}>
              {say({ vi: 'Bỏ', en: 'Leave out' })}
              <span class="only-heard"> {areaName}</span>
            </Button>
          </div>
        ))}
      </Form>
    </Dialog>
  )
}

import { addDays, findPlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { Slip } from '../model.ts'
import { days } from '../rules.ts'
import { giveSlips } from './calls.ts'

type Props = {
  readonly areaId: AreaId
  readonly to: readonly Slip[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Until when they let in, and what ends by it. */
export function GiveSlipsDialog({ areaId, to, onDone, onClose }: Props) {
  const draft = useDraft('slips.give', areaId)
  const [last, setLast] = useTyped<string | null>(draft, 'lastOn', addDays(today(), days.offered))
  const giving = useChange(giveSlips, { draft })
  const lastOn = findPlainDate(last ?? '')
  const give = async () => {
    if (
      lastOn &&
      (await giving.run({ areaId, slipsFor: to.map(({ accountId, slipId }) => ({ accountId, slipId })), lastOn }))
    )
      onDone()
  }
  const open = to.filter(({ state }) => state === 'open').length
  return (
    <Dialog title={{ vi: 'Cấp giấy vào máy', en: 'Give slips' }} onClose={onClose}>
      <p>
        {say(
          {
            vi: 'Cấp cho {n} người: {names}. Ai cầm giấy thì vào được bằng tên người ấy: in xong giao tận tay.',
            en: 'For {n} {n:person|people}: {names}. Whoever holds a slip comes in by that name: print it and hand it over in person.',
          },
          { n: showNumber(to.length), names: to.map(({ name }) => name).join(', ') },
        )}
      </p>
      {open > 0 && (
        <p>
          {say(
            {
              vi: '{n} người đang có giấy còn dùng được: giấy cũ hết hiệu lực.',
              en: '{n} of them {n:has|have} a slip that still lets in: it ends by this.',
            },
            { n: showNumber(open) },
          )}
        </p>
      )}
      <Form
        onSubmit={give}
        draft={draft}
        problem={giving.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={giving.pending}
            whyNot={lastOn ? null : { vi: 'Cần ngày cuối dùng được.', en: 'The last day is needed.' }}
          >
            {say({ vi: 'Cấp giấy', en: 'Give' })}
          </Button>
        }
      >
        <DayField
          at="lastOn"
          label={{ vi: 'Dùng được đến hết ngày', en: 'Lets in until' }}
          hint={{ vi: `Muộn nhất là ${days.most} ngày kể từ hôm nay.`, en: `At most ${days.most} days from today.` }}
          required
          value={last}
          onChange={setLast}
        />
      </Form>
    </Dialog>
  )
}

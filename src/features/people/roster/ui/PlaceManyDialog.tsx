/** Many whose units have ended are placed again at what came of these, each by an act of its own. */
import { useState } from 'preact/hooks'
import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { postSaid } from '../columns.ts'
import { groupsOf, type Into, later, Room, Successor } from './PlacingInto.tsx'
import { type Left, leftOf, type PlacedMany, placedSaid, type Row, usePlacing } from './usePlacing.ts'

type Chosen = Readonly<Record<string, Into>>
type Stood = readonly { readonly areaId: AreaId; readonly since: PlainDate }[]

/** What was typed is offered again for the very same posts. */
const chosenOf = (rows: readonly Row[]): string =>
  leftOf(rows)
    .map(({ appointmentId }) => appointmentId.slice(-12))
    .sort()
    .slice(0, 15)
    .join(' ')

/** What the form still waits for; null where nothing. */
function whyNotPlaced({
  isSaid,
  isAnswered,
}: {
  readonly isSaid: boolean
  readonly isAnswered: boolean
}): Words | null {
  if (!isSaid)
    return {
      vi: 'Chọn đơn vị mới cho từng đơn vị đã hết, ít nhất cho một đơn vị.',
      en: 'Choose what is to be done for each unit that ended, and a new unit for one at least.',
    }
  return isAnswered ? null : { vi: 'Trả lời có giao thêm không.', en: 'Say whether to appoint them all the same.' }
}

/** How many were placed here, and how many others had placed meanwhile. */
type Props = {
  readonly rows: readonly Row[]
  readonly onDone: (many: PlacedMany) => void
  readonly onClose: () => void
}

const leftSaid = (one: Left): string => `${one.name} (${say(postSaid(one))}, ${one.place})`

export function PlaceManyDialog({ rows, onDone, onClose }: Props) {
  const draft = useDraft('roster.renew_many', chosenOf(rows))
  const [into, setInto] = useTyped<Chosen>(draft, 'into', {})
  const [decisionNumber, setNumber] = useTyped(draft, 'decisionNumber', '')
  const [decidedOn, setDay] = useTyped<string | null>(draft, 'decidedOn', null)
  const [also, setAlso] = useTyped<boolean | null>(draft, 'also', null)
  const placing = usePlacing()
  // Of what is pressed again who has been placed is none.
  const [left, setLeft] = useState(() => leftOf(rows))
  const [stood, setStood] = useState<ReadonlyMap<AreaId, Stood>>(new Map())
  const [full, setFull] = useState<Readonly<Record<string, boolean>>>({})
  const units = [...new Map(left.map((one) => [one.areaId, one.place])).entries()]
  const onlyOf = (unit: AreaId) => (stood.get(unit)?.length === 1 ? stood.get(unit)?.[0]?.areaId : undefined)
  const nextOf = (unit: AreaId): Into | undefined => into[unit] ?? onlyOf(unit)
  const isWithout = (unit: AreaId) => stood.get(unit)?.length === 0
  const [able, unable] = [left.filter((one) => !isWithout(one.areaId)), left.filter((one) => isWithout(one.areaId))]
  const placed = left.flatMap((one) => {
    const areaId = nextOf(one.areaId)
    const since = stood.get(one.areaId)?.find((unit) => unit.areaId === areaId)?.since
    return areaId && areaId !== later && since ? [{ one, areaId, since }] : []
  })
  const isSaid = units.every(([unit]) => nextOf(unit) || isWithout(unit)) && placed.length > 0
  const isFull = placing.refused.some(({ filled }) => filled) || groupsOf(placed).some(({ key }) => full[key] ?? false)
  const whyNot = whyNotPlaced({ isSaid, isAnswered: !isFull || also !== null })
  const place = async () => {
    if (whyNot) return
    const decision = { decisionNumber, decidedOn: findPlainDate(decidedOn ?? '') }
    const { refused, came } = await placing.run(placed, decision, also === true)
    const apart = left.filter(({ areaId }) => isWithout(areaId) || nextOf(areaId) === later)
    setLeft([...refused.map(({ one }) => one), ...apart])
    if (refused.length > 0) return
    await draft.forget()
    onDone(came)
  }
  return (
    <Dialog title={{ vi: 'Bố trí lại nhiều người', en: 'Place several again' }} onClose={onClose}>
      <p>
        {say(
          {
            vi: '{n} chức danh, giữ như cũ tại đơn vị mới, từ ngày đơn vị cũ hết (đơn vị mới có sau thì từ ngày có). Chức danh cũ được ghi thôi giữ cùng ngày đơn vị cũ hết.',
            en: '{n} {n:post|posts}, held as before at the new unit from the day on which the former ended, or the new one began; the former end with their units.',
          },
          { n: showNumber(able.length) },
        )}
      </p>
      <p class="quiet">{able.map(leftSaid).join('; ')}</p>
      {unable.length > 0 && (
        <p class="quiet">
          {say(
            {
              vi: 'Không bố trí được ở đây, chưa ghi đơn vị kế thừa, {n} chức danh: {names}.',
              en: '{n} {n:post|posts} cannot be placed here, as nothing is recorded that came of the unit: {names}.',
            },
            { n: showNumber(unable.length), names: unable.map(leftSaid).join('; ') },
          )}
        </p>
      )}
      <Form
        onSubmit={place}
        draft={draft}
        problem={null}
        actions={
          <Button look="primary" submit pending={placing.at !== null} whyNot={whyNot}>
            {placing.at === null
              ? say({ vi: 'Bố trí lại', en: 'Place again' })
              : say({ vi: 'Đã xong {n}', en: '{n} done' }, { n: showNumber(placing.at) })}
          </Button>
        }
      >
        {units.map(([unit, name]) => (
          <Successor
            key={unit}
            unit={unit}
            name={name}
            value={nextOf(unit) ?? null}
            onStood={(after) => setStood((now) => new Map([...now, [unit, after]]))}
            onChange={(areaId) => setInto({ ...into, [unit]: areaId })}
          />
        ))}
        <TextField
          label={{ vi: 'Số quyết định', en: 'Number of the decision' }}
          at="decisionNumber"
          value={decisionNumber}
          onChange={setNumber}
          maxLength={60}
        />
        <DayField
          label={{ vi: 'Ngày quyết định', en: 'Day of the decision' }}
          at="decidedOn"
          value={decidedOn}
          onChange={setDay}
        />
        {placing.refused.length > 0 && (
          <Notice look="waits">
            <div class="told">
              <p>{placedSaid(placing.came)}</p>
              <p>
                {say({
                  vi: 'Chưa bố trí được những người sau; mở trang của từng người để bố trí:',
                  en: 'These could not be placed; open each to place them:',
                })}
              </p>
              <ul class="bullets">
                {placing.refused.map(({ who, why }) => (
                  <li key={who}>
                    {who}: {why}
                  </li>
                ))}
              </ul>
            </div>
          </Notice>
        )}
        <ul class="bullets">
          {groupsOf(placed).map((group) => (
            <Room key={group.key} group={group} onFull={(is) => setFull((now) => ({ ...now, [group.key]: is }))} />
          ))}
        </ul>
        {isFull && (
          <YesNo
            at="also"
            required
            label={{
              vi: 'Vẫn giao thêm khi định mức đã đủ? Trả lời không thì bố trí theo thứ tự nêu ở trên, ai vượt định mức chưa được bố trí.',
              en: 'Appoint them though the norm is filled? If not, they are placed in the order named above, and whom it has no place for is not.',
            }}
            value={also}
            onChange={setAlso}
          />
        )}
      </Form>
    </Dialog>
  )
}

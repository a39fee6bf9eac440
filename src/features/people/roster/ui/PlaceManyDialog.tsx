/** Many whose units have ended are placed again at what came of these, each by an act of its own. */
import { useEffect, useState } from 'preact/hooks'
import { showArea } from '#features/areas/ui/calls.ts'
import { findPlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { postSaid } from '../columns.ts'
import { leftOf, type Row, usePlacing } from './usePlacing.ts'

type Chosen = Readonly<Record<string, AreaId>>

type Props = { readonly rows: readonly Row[]; readonly onDone: () => void; readonly onClose: () => void }

export function PlaceManyDialog({ rows, onDone, onClose }: Props) {
  const draft = useDraft('roster.renew_many', 'many')
  const [into, setInto] = useTyped<Chosen>(draft, 'into', {})
  const [only, setOnly] = useState<Chosen>({})
  const [decisionNumber, setNumber] = useTyped(draft, 'decisionNumber', '')
  const [decidedOn, setDay] = useTyped<string | null>(draft, 'decidedOn', null)
  const [also, setAlso] = useTyped<boolean | null>(draft, 'also', null)
  const placing = usePlacing()
  // Of what is pressed again who has been placed is none.
  const [left, setLeft] = useState(() => leftOf(rows))
  const [without, setWithout] = useState<ReadonlySet<AreaId>>(new Set())
  const units = [...new Map(left.map((one) => [one.areaId, one.place])).entries()]
  const nextOf = (unit: AreaId): AreaId | undefined => into[unit] ?? only[unit]
  const isSaid = units.every(([unit]) => nextOf(unit) || without.has(unit)) && units.some(([unit]) => nextOf(unit))
  const whyNot = isSaid
    ? null
    : { vi: 'Chọn đơn vị mới cho từng đơn vị đã hết.', en: 'Choose a new unit for each that ended.' }
  const place = async () => {
    if (whyNot) return
    const decision = { decisionNumber, decidedOn: findPlainDate(decidedOn ?? '') }
    const all = left.flatMap((one) => {
      const areaId = nextOf(one.areaId)
      return areaId ? [{ one, areaId }] : []
    })
    const refused = await placing.run(all, decision, also === true)
    const apart = left.filter(({ areaId }) => without.has(areaId))
    setLeft([...refused.map(({ one }) => one), ...apart])
    if (refused.length > 0) return
    await draft.forget()
    onDone()
  }
  return (
    <Dialog title={{ vi: 'Bố trí lại nhiều người', en: 'Place several again' }} onClose={onClose}>
      <p>
        {say(
          {
            vi: '{n} chức danh, giữ như cũ tại đơn vị mới, từ ngày đơn vị cũ hết. Chức danh cũ được ghi thôi giữ cùng ngày ấy.',
            en: '{n} {n:post|posts}, held as before at the new unit from the day on which the former ended; the former end with it.',
          },
          { n: showNumber(left.length) },
        )}
      </p>
      <p class="quiet">{left.map((one) => `${one.name} (${say(postSaid(one))})`).join('; ')}</p>
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
            onOnly={(areaId) => setOnly((now) => (now[unit] ? now : { ...now, [unit]: areaId }))}
            onNone={() => setWithout((now) => new Set([...now, unit]))}
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
        {placing.refused.some(({ filled }) => filled) && (
          <YesNo
            at="also"
            label={{
              vi: 'Định mức đã đủ. Vẫn giao thêm? Trả lời có rồi bấm Bố trí lại.',
              en: 'The norm is filled. Appoint them all the same? Answer yes and place again.',
            }}
            value={also}
            onChange={setAlso}
          />
        )}
      </Form>
    </Dialog>
  )
}

type SuccessorProps = {
  readonly unit: AreaId
  readonly name: string
  readonly value: AreaId | null
  readonly onOnly: (areaId: AreaId) => void
  readonly onNone: () => void
  readonly onChange: (areaId: AreaId) => void
}
/** What came of a unit: where that is one unit it is taken, else one is chosen. */
function Successor({ unit, name, value, onOnly, onNone, onChange }: SuccessorProps) {
  const { data } = useRead(showArea, { areaId: unit, day: today() })
  const after = data?.stood ?? []
  const [first] = after
  const alone = first && after.length === 1 ? first.areaId : null
  useEffect(() => {
    if (alone && value === null) onOnly(alone)
  }, [alone, value])
  const none = data !== null && after.length === 0
  useEffect(() => {
    if (none) onNone()
  }, [none])
  if (none)
    return (
      <p>
        {say(
          {
            vi: '{name}: sổ chưa ghi đơn vị kế thừa; bố trí người của đơn vị này ở trang của từng người.',
            en: '{name}: nothing is recorded that came of it; place its people on the page of each.',
          },
          { name },
        )}
      </p>
    )
  if (first && alone)
    return (
      <p>
        {name} → {first.name}
      </p>
    )
  return (
    <ChoiceField<AreaId>
      as="select"
      label={{ vi: `${name} nay là`, en: `${name} is now` }}
      required
      choices={after.map((one) => ({ value: one.areaId, label: { vi: one.name, en: one.name } }))}
      value={value}
      onChange={(areaId) => areaId && onChange(areaId)}
    />
  )
}

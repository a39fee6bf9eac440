/** The money of a line as it is typed: whose it is, by which norm or for what, how many. */
import { useRef } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import type { SpendingNormId } from '#kernel/ids.ts'
import { type Vnd, vnd } from '#kernel/numbers.ts'
import { send } from '#platform/web/calls.ts'
import { today } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { MoneyField } from '#platform/web/kit/NumberField.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { AskedOf } from '#platform/web/kit/unread.ts'
import { say } from '#platform/web/language.ts'
import { showMoney, showNumber } from '#platform/web/numbers.ts'
import { countedBys, mostDong, type Norm } from '../../money/model.ts'
import { listNorms } from '../../money/ui/calls.ts'
import { moneySourceNames, moneySources } from '../model.ts'
import { pricedOn } from '../rules/money.ts'
import { emptyMoney, type PlanAnswer, quantityOf, type TypedLine, type TypedMoney } from './plan.ts'
import { followsOf, QuantityFields } from './QuantityFields.tsx'
import '../../ui/training.css'

type Props = {
  readonly of: readonly TypedMoney[]
  /** Whose people and classes a quantity may follow. */
  readonly line: Pick<TypedLine, 'people' | 'classes'>
  readonly plan: PlanAnswer
  readonly onChange: (next: readonly TypedMoney[]) => void
}

export const MoneyFields = ({ of, line, plan, onChange }: Props) => (
  <>
    {of.map((money, at) => (
      <AskedOf.Provider key={at} value={`money-${at}`}>
        <OneMoney
          of={money}
          at={at}
          line={line}
          plan={plan}
          put={(part) => onChange(of.map((one, n) => (n === at ? { ...one, ...part } : one)))}
          onDrop={() => onChange(of.filter((_, n) => n !== at))}
        />
      </AskedOf.Provider>
    ))}
    {of.length < 50 && (
      <Button onClick={() => onChange([...of, emptyMoney])}>{say({ vi: 'Thêm khoản chi', en: 'Add money' })}</Button>
    )}
  </>
)

type OneProps = Pick<Props, 'line' | 'plan'> & {
  readonly of: TypedMoney
  readonly at: number
  readonly put: (part: Partial<TypedMoney>) => void
  readonly onDrop: () => void
}

/** Districts ended on 01/07/2025 (Law 72/2025/QH15), and their budgets with that year. */
const sourcesOf = (year: number) => moneySourceNames.filter((source) => source !== 'district' || year <= 2025)

function OneMoney({ of, at, line, plan, put, onDrop }: OneProps) {
  const quantity = quantityOf(of, line)
  return (
    <fieldset class="training-basis">
      <legend>{say({ vi: 'Khoản chi {n}', en: 'Money {n}' }, { n: at + 1 })}</legend>
      <ChoiceField
        as="select"
        label={{ vi: 'Nguồn', en: 'Source' }}
        required
        choices={sourcesOf(plan.year).map((value) => ({ value, label: moneySources[value] }))}
        value={of.source}
        onChange={(source) => put({ source })}
      />
      <NormPicker of={of} plan={plan} put={put} />
      <NormSince of={of} />
      {!of.normId && (
        <>
          <TextField
            label={{ vi: 'Hoặc chi cho việc gì', en: 'Or what it is for' }}
            hint={{ vi: 'Khoản ngoài định mức', en: 'What follows no norm' }}
            maxLength={200}
            value={of.what}
            onChange={(what) => put({ what })}
          />
          <MoneyField
            label={{ vi: 'Đơn giá', en: 'For one' }}
            min={1}
            max={mostDong}
            value={of.dong}
            onChange={(dong: Vnd | null) => put({ dong })}
          />
        </>
      )}
      <QuantityFields of={of} line={line} put={put} />
      {quantity && of.dong && (
        <p class="quiet">{`${say({ vi: 'Thành tiền', en: 'Amount' })}: ${showNumber(quantity)} × ${showMoney(of.dong)} = ${showMoney(vnd(quantity * of.dong))}`}</p>
      )}
      <Button look="quiet" onClick={onDrop}>
        {say({ vi: 'Bỏ khoản này', en: 'Take this away' })}
      </Button>
    </fieldset>
  )
}

/** Of what was computed by a norm that says otherwise by now: it stays, until a norm is chosen anew. */
function NormSince({ of: { written, normId, dong } }: Pick<OneProps, 'of'>) {
  const { normNow = null, normOn = null } = written ?? {}
  if (!normId || normId !== written?.normId || dong !== written.dong || normNow === null || !normOn) return null
  const said = { day: showDate(normOn), now: showMoney(normNow) }
  return (
    <Notice look="waits">
      {normNow === 0
        ? say(
            {
              vi: 'Ngày {day} không còn định mức này. Khoản này giữ đơn giá đã ghi; không giữ thì bỏ khoản này, chọn định mức khác hoặc ghi ngoài định mức.',
              en: 'The norm does not hold on {day}. The amount stays as it is written, or take it away, choose another norm, or none.',
            },
            said,
          )
        : say(
            {
              vi: 'Định mức ngày {day} là {now}. Khoản này giữ đơn giá đã ghi; chọn lại định mức để lấy mức mới.',
              en: 'The norm of {day} is {now}. The amount stays as it is written; choose the norm anew to follow it.',
            },
            said,
          )}
    </Notice>
  )
}

function NormPicker({ of, plan, put }: Pick<OneProps, 'of' | 'plan' | 'put'>) {
  const found = useRef(new Map<SpendingNormId, Norm>())
  return (
    <>
      <Picker<SpendingNormId>
        label={{ vi: 'Theo định mức', en: 'By the norm' }}
        hint={{
          vi: 'Tính theo mức của ngày lập; kế hoạch năm sau tính theo ngày đầu năm ấy',
          en: 'As it holds today, or on the first day of a year to come',
        }}
        chosen={of.normName || null}
        load={async (q, signal) => {
          // By these values the line is written: those of the day that the plan is computed by.
          const day = pricedOn(plan.year, today())
          const { rows: norms } = await send(listNorms, { q, areaId: plan.areaId, day }, { signal })
          found.current = new Map(norms.map((norm) => [norm.spendingNormId, norm]))
          return norms.map(({ spendingNormId: value, item: label, dong, countedBy }) => ({
            ...{ value, label, detail: `${showMoney(dong)} / ${say(countedBys[countedBy])}` },
          }))
        }}
        onChoose={({ value: normId, label: normName }) => {
          const norm = found.current.get(normId)
          put({ normId, normName, dong: norm?.dong ?? null, what: '', ...(norm && followsOf(norm.countedBy)) })
        }}
      />
      {of.normId && (
        <Button look="quiet" onClick={() => put({ normId: null, normName: '', dong: null })}>
          {say({ vi: 'Không theo định mức', en: 'By no norm' })}
        </Button>
      )}
    </>
  )
}

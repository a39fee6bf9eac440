/** The money of a line as it is typed: whose it is, by which norm or for what, how many. */
import { useRef } from 'preact/hooks'
import type { SpendingNormId } from '#kernel/ids.ts'
import { type Vnd, vnd } from '#kernel/numbers.ts'
import { send } from '#platform/web/calls.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { MoneyField, NumberField } from '#platform/web/kit/NumberField.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { AskedOf } from '#platform/web/kit/unread.ts'
import { say } from '#platform/web/language.ts'
import { showMoney } from '#platform/web/numbers.ts'
import { countedBys, mostDong, type Norm } from '../../money/model.ts'
import { listNorms } from '../../money/ui/calls.ts'
import { moneySourceNames, moneySources } from '../model.ts'
import { emptyMoney, type PlanAnswer, type TypedMoney } from './plan.ts'
import '../../ui/training.css'

type Props = {
  readonly of: readonly TypedMoney[]
  readonly plan: PlanAnswer
  readonly onChange: (next: readonly TypedMoney[]) => void
}

export const MoneyFields = ({ of, plan, onChange }: Props) => (
  <>
    {of.map((money, at) => (
      <AskedOf.Provider key={at} value={`money-${at}`}>
        <OneMoney
          of={money}
          at={at}
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

type OneProps = {
  readonly of: TypedMoney
  readonly at: number
  readonly plan: PlanAnswer
  readonly put: (part: Partial<TypedMoney>) => void
  readonly onDrop: () => void
}

/** Districts ended on 01/07/2025 (Law 72/2025/QH15), and their budgets with that year. */
const sourcesOf = (year: number) => moneySourceNames.filter((source) => source !== 'district' || year <= 2025)

function OneMoney({ of, at, plan, put, onDrop }: OneProps) {
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
      <NumberField
        label={{ vi: 'Số lượng', en: 'Quantity' }}
        required
        min={1}
        max={1_000_000}
        value={of.quantity}
        onChange={(quantity) => put({ quantity })}
      />
      {of.quantity && of.dong && (
        <p class="quiet">{`${say({ vi: 'Thành tiền', en: 'Amount' })}: ${showMoney(vnd(of.quantity * of.dong))}`}</p>
      )}
      <Button look="quiet" onClick={onDrop}>
        {say({ vi: 'Bỏ khoản này', en: 'Take this away' })}
      </Button>
    </fieldset>
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
          const { rows } = await send(listNorms, { q, areaId: plan.areaId }, { signal })
          const norms = rows.filter(({ state }) => state !== 'ended')
          found.current = new Map(norms.map((norm) => [norm.spendingNormId, norm]))
          return norms.map(({ spendingNormId: value, item: label, dong, countedBy }) => ({
            ...{ value, label, detail: `${showMoney(dong)} / ${say(countedBys[countedBy])}` },
          }))
        }}
        onChoose={({ value: normId, label: normName }) =>
          put({ normId, normName, dong: found.current.get(normId)?.dong ?? null, what: '' })
        }
      />
      {of.normId && (
        <Button look="quiet" onClick={() => put({ normId: null, normName: '', dong: null })}>
          {say({ vi: 'Không theo định mức', en: 'By no norm' })}
        </Button>
      )}
    </>
  )
}

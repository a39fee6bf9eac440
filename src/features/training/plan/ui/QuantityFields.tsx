/** How many an amount of a line is for: so many for each of its people or classes, or as it is written. */
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { CountedBy } from '../../money/model.ts'
import { type Follows, followed } from '../model.ts'
import { baseOf, isBehind } from '../rules/money.ts'
import { behindSaid } from './MoneyBehind.tsx'
import type { TypedLine, TypedMoney } from './plan.ts'

type Props = {
  readonly of: TypedMoney
  readonly line: Pick<TypedLine, 'people' | 'classes'>
  readonly put: (part: Partial<TypedMoney>) => void
}

/** What an amount by a norm follows at first: of what is paid once for each that is one, of days they are typed. */
export const followsOf = (countedBy: CountedBy): Pick<TypedMoney, 'follows' | 'times' | 'quantity' | 'written'> => ({
  ...{ follows: baseOf[countedBy] ?? 'nothing', quantity: null, written: null },
  times: countedBy === 'person' || countedBy === 'class' ? 1 : null,
})

const each: Readonly<Record<'people' | 'classes', Words>> = {
  people: { vi: 'Mỗi người tính mấy (ngày, lần)', en: 'How many for a person (days, times)' },
  classes: { vi: 'Mỗi lớp tính mấy (ngày, buổi, lần)', en: 'How many for a class (days, half days, times)' },
}

export function QuantityFields({ of, line, put }: Props) {
  const { follows } = of
  return (
    <>
      <ChoiceField<Follows>
        as="select"
        label={{ vi: 'Số lượng tính theo', en: 'The quantity follows' }}
        choices={(Object.keys(followed) as Follows[]).map((value) => ({ value, label: followed[value] }))}
        value={follows}
        onChange={(next) => put({ follows: next })}
      />
      {follows === 'people' || follows === 'classes' ? (
        <NumberField
          label={each[follows]}
          required
          min={1}
          max={1000}
          value={of.times}
          onChange={(times) => put({ times })}
        />
      ) : (
        <NumberField
          label={{ vi: 'Số lượng', en: 'Quantity' }}
          required
          min={1}
          max={1_000_000}
          value={of.quantity}
          onChange={(quantity) => put({ quantity })}
        />
      )}
      <Behind of={of} line={line} put={put} />
    </>
  )
}

/** Written by hand for other people or classes than are typed now: told, and computed anew when asked. */
function Behind({ of, line: { people, classes }, put }: Props) {
  const { written, quantity, follows } = of
  if (!written || !quantity || !people || !classes) return null
  const behind = isBehind({ ...written, quantity, follows }, { people, classes })
  if (!behind) return null
  const { base, times } = behind
  return (
    <Notice look="waits">
      <p>{say(behindSaid(behind))}</p>
      {times && (
        <Button onClick={() => put({ follows: base, times })}>
          {say({ vi: 'Tính lại khoản này', en: 'Compute it anew' })}
        </Button>
      )}
    </Notice>
  )
}

/** Households found for a list: number, head and member as the register has them, a box to tick, or why not. */
import type { Found } from '#features/rounds/adding/model.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { say } from '#platform/web/language.ts'

type Props = {
  readonly found: readonly Found[]
  readonly chosen: ReadonlyMap<HouseholdId, Found>
  readonly onChange: (chosen: ReadonlyMap<HouseholdId, Found>) => void
  /** Where all of them were asked for: a village, a pasted list. */
  readonly allAtOnce?: boolean
}

const addable = (one: Found): boolean => one.why === null || one.why.withReason

export function FoundList({ found, chosen, onChange, allAtOnce }: Props) {
  const open = found.filter(addable)
  const all = open.length > 0 && open.every((one) => chosen.has(one.householdId))
  const set = (ones: readonly Found[], ticked: boolean) => {
    const next = new Map(chosen)
    for (const one of ones) ticked ? next.set(one.householdId, one) : next.delete(one.householdId)
    onChange(next)
  }
  return (
    <div class="surveys-found">
      <fieldset class="field">
        <legend class="only-heard">{say({ vi: 'Hộ tìm thấy', en: 'Households found' })}</legend>
        {allAtOnce && open.length > 1 && (
          <label class="choice">
            <input type="checkbox" checked={all} onChange={() => set(open, !all)} />
            <span>{say({ vi: 'Chọn cả {n} hộ', en: 'Choose all {n}' }, { n: open.length })}</span>
          </label>
        )}
        {found.map((one) => (
          <label key={one.householdId} class={addable(one) ? 'choice' : 'choice quiet'}>
            <input
              type="checkbox"
              disabled={!addable(one)}
              checked={chosen.has(one.householdId)}
              onChange={() => set([one], !chosen.has(one.householdId))}
            />
            <span>
              <Named of={one} />
              {one.why && <small class="hint">{say(one.why.said)}</small>}
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}

/** What tells two alike apart: number, village, the member that was sought. */
function Named({ of }: { of: Found }) {
  const number = of.number ? say({ vi: 'Số {number}', en: 'No. {number}' }, { number: of.number }) : ''
  return (
    <>
      <strong>{of.headName}</strong>
      {', '}
      {[number, of.villageName].filter(Boolean).join(', ')}
      {of.member && say({ vi: '; có thành viên {name}', en: '; member {name}' }, { name: of.member })}
    </>
  )
}

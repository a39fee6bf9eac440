/** What came of a unit that has ended, and whether its norm has room for whom is placed there. */
import { useEffect } from 'preact/hooks'
import { showArea } from '#features/areas/ui/calls.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { today } from '#platform/web/day.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { postSaid } from '../columns.ts'
import { useHolding } from './there.ts'
import { fromOf, type Left, type Placed } from './usePlacing.ts'

/** Whose people are left where they are. */
export const later = 'later'
export type Into = AreaId | typeof later

type SuccessorProps = {
  readonly unit: AreaId
  readonly name: string
  readonly value: Into | null
  /** What came of it, each with its first day. */
  readonly onStood: (stood: readonly { readonly areaId: AreaId; readonly since: PlainDate }[]) => void
  readonly onChange: (into: Into) => void
}
/** Where one unit alone came of it that one is taken unless its people are left; else one is chosen. */
export function Successor({ unit, name, value, onStood, onChange }: SuccessorProps) {
  const { data } = useRead(showArea, { areaId: unit, day: today() })
  const after = data?.stood ?? []
  useEffect(() => {
    if (data) onStood(data.stood)
  }, [data])
  if (data && after.length === 0)
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
  const left = { value: later, label: { vi: 'Để lại, bố trí sau', en: 'Leave them, place them later' } } as const
  return (
    <ChoiceField<Into>
      as="select"
      label={{ vi: `${name} nay là`, en: `${name} is now` }}
      required
      choices={[...after.map((one) => ({ value: one.areaId, label: { vi: one.name, en: one.name } })), left]}
      value={value}
      onChange={(into) => into && onChange(into)}
    />
  )
}

/** Those of one post who would hold it as their own at one unit from one day, each once. */
export type Group = { readonly key: string; readonly areaId: AreaId; readonly day: PlainDate; readonly people: Left[] }

export function groupsOf(placed: readonly Placed[]): Group[] {
  const groups = new Map<string, Group>()
  for (const each of placed) {
    const { one, areaId } = each
    const day = fromOf(each)
    if (one.standing !== 'own' || day === null) continue
    const key = `${areaId} ${one.post} ${day}`
    const group = groups.get(key) ?? { key, areaId, day, people: [] }
    if (!group.people.some(({ officialId }) => officialId === one.officialId)) group.people.push(one)
    groups.set(key, group)
  }
  return [...groups.values()]
}

type RoomProps = { readonly group: Group; readonly onFull: (full: boolean) => void }
/** Says where there are fewer places than people come; nothing where there are enough or nothing says how many. */
export function Room({ group: { areaId, day, people }, onFull }: RoomProps) {
  const [first] = people
  const { own, most } = useHolding(first ? { areaId, day, post: first.post } : null)
  const unit = useRead(showArea, { areaId, day: today() }).data?.name ?? ''
  const more = people.filter(({ officialId }) => !own.includes(officialId))
  const isFull = most !== null && more.length > 0 && own.length + more.length > most
  useEffect(() => onFull(isFull), [isFull])
  if (!first || most === null || !isFull) return null
  return (
    <li>
      {say(
        {
          vi: '{unit}, {post}: chỗ cho {most} người, đã có {there}, sẽ bố trí thêm {n}: {names}.',
          en: '{unit}, {post}: {most} {most:place|places}, {there} there, {n} more to be placed: {names}.',
        },
        {
          ...{ unit, post: say(postSaid(first)), most: showNumber(most) },
          ...{ there: showNumber(own.length), n: showNumber(more.length) },
          names: more.map(({ name }) => name).join(', '),
        },
      )}
    </li>
  )
}

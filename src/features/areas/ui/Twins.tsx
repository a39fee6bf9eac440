/** How many units below those that are merged will bear one name in what takes over. */
import type { PlainDate } from '#kernel/dates.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { twinNames } from '../rules/naming.ts'
import type { Named } from './answers.ts'
import { areaChildren } from './calls.ts'

const mostNamed = 5

type Props = {
  readonly units: readonly Named[]
  readonly day: PlainDate
  /** Of units before: the names below them. */
  readonly names?: readonly string[]
}

/** One unit is read after the other: how many there are is not known before. */
export function Twins({ units: [unit, ...others], day, names = [] }: Props) {
  const { data } = useRead(areaChildren, unit ? { areaId: unit.areaId, day } : null)
  if (!unit) return <Said twins={twinNames(names)} />
  if (!data) return null
  return <Twins key={unit.areaId} units={others} day={day} names={[...names, ...data.areas.map(({ name }) => name)]} />
}

function Said({ twins }: { twins: readonly string[] }) {
  if (twins.length === 0) return null
  const shown = twins.slice(0, mostNamed).join(', ') + (twins.length > mostNamed ? '...' : '')
  return (
    <Notice look="waits">
      {say(
        {
          vi: 'Sau khi nhập, {n} tên đứng hai lần trở lên trong đơn vị mới: {shown}; danh sách ghi thêm “trước đây thuộc ...” để phân biệt; nên đổi tên các thôn trùng.',
          en: 'After the merge {n} {n:name stands|names stand} twice or more in the new unit: {shown}; lists add “formerly of ...” to tell them apart; give such units new names.',
        },
        { n: twins.length, shown },
      )}
    </Notice>
  )
}

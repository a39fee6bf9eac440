import { useState } from 'preact/hooks'
import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import { showArea } from '#features/areas/ui/calls.ts'
import { useArea } from '#platform/web/area.ts'
import { useDay } from '#platform/web/day.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { account } from '#platform/web/session.ts'

/** The area I look at, with what is above it; a press looks elsewhere. */
export function AreaNow() {
  const [open, setOpen] = useState(false)
  const { areaId, set } = useArea()
  const { units } = useDay()
  const read = useRead(showArea, areaId ? { areaId, day: units } : null)
  const granted = account.value?.grants.find((one) => one.areaId === areaId)?.areaName
  const name = read.data?.name ?? granted ?? null
  const above = (read.data?.crumbs ?? []).filter((crumb) => crumb.areaId !== areaId && crumb.level !== 'nation')
  // Of one that does not stand that day what stood there is one press away, where it is one.
  const [instead, ...others] = read.data && !read.data.area ? read.data.stood : []
  if (!areaId) return null
  return (
    <>
      <button type="button" class="button quiet office-area" onClick={() => setOpen(true)}>
        <span class="office-area-above">{above.map((crumb) => `${crumb.name} › `).join('')}</span>
        <strong>{name ?? say({ vi: 'Chọn đơn vị', en: 'Choose a unit' })}</strong>
        {read.data && !read.data.area && (
          <Badge look="waits">{{ vi: 'chưa có hoặc không còn vào ngày này', en: 'does not stand on this day' }}</Badge>
        )}
      </button>
      {instead && others.length === 0 && (
        <Button look="quiet" onClick={() => set(instead.areaId)}>
          {say({ vi: 'Xem {name}', en: 'Look at {name}' }, { name: instead.name })}
        </Button>
      )}
      {open && (
        <Dialog title={{ vi: 'Xem đơn vị nào?', en: 'Look at which unit?' }} onClose={() => setOpen(false)}>
          <AreaPicker
            label={{ vi: 'Tỉnh, xã hoặc thôn', en: 'Province, commune or village' }}
            required
            chosen={name}
            day={units}
            onChoose={(next) => {
              setOpen(false)
              set(next)
            }}
          />
          <Mine
            onChoose={(next) => {
              setOpen(false)
              set(next)
            }}
          />
        </Dialog>
      )}
    </>
  )
}

/** The areas of my grants, one press away. */
const Mine = ({ onChoose }: { onChoose: ReturnType<typeof useArea>['set'] }) => (
  <ul class="office-areas">
    {(account.value?.grants ?? []).map((grant) => (
      <li key={`${grant.areaId} ${grant.role}`}>
        <button type="button" class="button quiet" onClick={() => onChoose(grant.areaId)}>
          {grant.areaName}
        </button>
      </li>
    ))}
  </ul>
)

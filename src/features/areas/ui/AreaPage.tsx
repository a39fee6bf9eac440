/** One unit on the day I look at: what it is, what is declared of it, what is under it, what became of it. */
import { useState } from 'preact/hooks'
import type { AreaId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useDay } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Tabs } from '#platform/web/kit/Tabs.tsx'
import { say } from '#platform/web/language.ts'
import { type Read, useRead } from '#platform/web/reads.ts'
import { useBrought } from '#platform/web/room.ts'
import { kinds } from '../words.ts'
import { AreaChildren } from './AreaChildren.tsx'
import { AreaFacts } from './AreaFacts.tsx'
import { AreaHistory } from './AreaHistory.tsx'
import type { AreaAnswer } from './answers.ts'
import { showArea } from './calls.ts'
import { DeclaredTotals } from './DeclaredTotals.tsx'
import { EventDialog } from './EventDialog.tsx'
import { NotThatDay } from './NotThatDay.tsx'
import { type AreaPanel, areaPanels } from './panel.ts'
import { Statuses } from './Statuses.tsx'
import { pathOf, saySpan } from './sayings.ts'
import './areas.css'

export default function AreaPage({ params }: { params: { areaId: AreaId } }) {
  const panels = useBrought(areaPanels)
  const tabs = [
    { key: 'chung', label: { vi: 'Thông tin', en: 'Facts' } },
    { key: 'duoi', label: { vi: 'Đơn vị trực thuộc', en: 'Units below' } },
    ...panels.map(({ key, label }) => ({ key, label })),
    { key: 'lich-su', label: { vi: 'Lịch sử', en: 'History' } },
  ]
  const { units } = useDay()
  const read = useRead(showArea, { areaId: params.areaId, day: units })
  const [telling, setTelling] = useState(false)
  return (
    <Page
      above={<Above of={read} />}
      title={read.data?.name ?? { vi: 'Đơn vị hành chính', en: 'Administrative unit' }}
      state={stateOf(read)}
      action={read.data && <TellButton of={read.data} onClick={() => setTelling(true)} />}
    >
      <Reading of={read} rows={8}>
        {(data) => (
          <Tabs label={{ vi: 'Các phần của đơn vị', en: 'Parts of the unit' }} tabs={tabs}>
            {(key) => <Part which={key} of={data} areaId={params.areaId} panels={panels} />}
          </Tabs>
        )}
      </Reading>
      {telling && read.data?.area && <EventDialog area={read.data.area} onClose={() => setTelling(false)} />}
    </Page>
  )
}

type PartProps = {
  readonly which: string
  readonly of: AreaAnswer
  readonly areaId: AreaId
  readonly panels: readonly AreaPanel[]
}

function Part({ which, of, areaId, panels }: PartProps) {
  const found = panels.find((one) => one.key === which)
  if (found) return <found.panel areaId={areaId} day={of.day} />
  if (which === 'duoi')
    return of.area ? <AreaChildren areaId={areaId} day={of.day} /> : <NotThatDay of={of} areaId={areaId} />
  if (which === 'lich-su') return <AreaHistory areaId={areaId} />
  return (
    <>
      {of.area ? <AreaFacts area={of.area} crumbs={of.crumbs} /> : <NotThatDay of={of} areaId={areaId} />}
      <Statuses areaId={areaId} of={of} />
      <DeclaredTotals areaId={areaId} of={of} />
    </>
  )
}

const Above = ({ of }: { of: Read<AreaAnswer> }) => {
  const to = useTo()
  const crumbs = of.data?.crumbs ?? []
  return (
    <Crumbs
      of={[
        { label: { vi: 'Đơn vị hành chính', en: 'Units' }, href: to('/don-vi') },
        ...crumbs.slice(1).map((crumb, at) => ({
          label: crumb.name,
          href: at === crumbs.length - 2 ? undefined : to(pathOf(crumb.areaId)),
        })),
      ]}
    />
  )
}

function stateOf({ data }: Read<AreaAnswer>): string | null {
  if (!data?.area) return null
  const code = data.area.code ? say({ vi: ', mã {code}', en: ', code {code}' }, { code: data.area.code }) : ''
  return `${say(kinds[data.area.kind])}${code}; ${saySpan(data.area)}.`
}

function TellButton({ of, onClick }: { of: AreaAnswer; onClick: () => void }) {
  const whyNot = !of.can.includes('change')
    ? { vi: 'Chỉ người quản trị đơn vị ghi được.', en: 'Only an administrator of the unit may.' }
    : of.area?.until !== null
      ? { vi: 'Chỉ ghi được cho trạng thái mới nhất.', en: 'Only for the newest state.' }
      : null
  return (
    <Button look="primary" whyNot={whyNot} onClick={onClick}>
      {say({ vi: 'Ghi thay đổi', en: 'Record a change' })}
    </Button>
  )
}

/** One household on the day I look at: members, what happened, and what the rooms above know of it. */
import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useDay } from '#platform/web/day.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Tabs } from '#platform/web/kit/Tabs.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { useBrought } from '#platform/web/room.ts'
import { endWords } from '../model/words.ts'
import type { HouseholdAnswer } from './answers.ts'
import { showHousehold } from './calls.ts'
import { DeedsDialog } from './changes/DeedsDialog.tsx'
import { HouseholdFacts } from './household/HouseholdFacts.tsx'
import { Members } from './household/Members.tsx'
import { Timeline } from './household/Timeline.tsx'
import { type HouseholdPanel, householdPanels } from './panel.ts'
import { sayPeople, sayPlace } from './sayings.ts'
import './households.css'

export default function HouseholdPage({ params }: { params: { householdId: HouseholdId } }) {
  const panels = useBrought(householdPanels)
  const { facts } = useDay()
  const read = useRead(showHousehold, { householdId: params.householdId, day: facts })
  const [changing, setChanging] = useState(false)
  const tabs = [
    { key: 'thanh-vien', label: { vi: 'Thành viên', en: 'Members' } },
    ...panels.map(({ key, label }) => ({ key, label })),
    { key: 'dien-bien', label: { vi: 'Diễn biến', en: 'Timeline' } },
  ]
  return (
    <Page
      above={<Above of={read.data} />}
      title={
        read.data
          ? { vi: `Hộ ${read.data.headName}`, en: `Household of ${read.data.headName}` }
          : { vi: 'Hộ', en: 'Household' }
      }
      state={read.data && <StateOf of={read.data} />}
      action={
        read.data && (
          <Button look="primary" whyNot={whyNotChange(read.data)} onClick={() => setChanging(true)}>
            {say({ vi: 'Ghi thay đổi', en: 'Record a change' })}
          </Button>
        )
      }
    >
      <Reading of={read} rows={8}>
        {(data) => (
          <Tabs label={{ vi: 'Các phần của hộ', en: 'Parts of the household' }} tabs={tabs}>
            {(key) => <Part which={key} of={data} panels={panels} />}
          </Tabs>
        )}
      </Reading>
      {changing && read.data && <DeedsDialog of={read.data} onClose={() => setChanging(false)} />}
    </Page>
  )
}

function Part({ which, of, panels }: { which: string; of: HouseholdAnswer; panels: readonly HouseholdPanel[] }) {
  const found = panels.find((one) => one.key === which)
  if (found) return <found.panel householdId={of.householdId} day={of.day} />
  if (which === 'dien-bien') return <Timeline of={of} />
  return (
    <>
      <Members of={of} />
      <HouseholdFacts of={of} />
    </>
  )
}

const Above = ({ of }: { of: HouseholdAnswer | null }) => {
  const to = useTo()
  const commune = of?.commune
  return (
    <Crumbs
      of={[
        { label: { vi: 'Hộ', en: 'Households' }, href: to('/ho') },
        ...(commune ? [{ label: commune.name, href: to('/ho', { noi: commune.areaId }) }] : []),
        ...(of ? [{ label: of.village.name, href: to('/ho', { noi: commune?.areaId, thon: of.village.areaId }) }] : []),
        ...(of ? [{ label: of.headName }] : []),
      ]}
    />
  )
}

function StateOf({ of }: { of: HouseholdAnswer }) {
  return (
    <>
      {sayPlace({ ...of, villageName: of.village.name })}
      {of.commune && `, ${of.commune.name}`}. {sayPeople(of.members.length)}.{' '}
      {of.class ? (
        <ClassMark of={of.class.class} />
      ) : (
        <span class="quiet">{say({ vi: 'Chưa xếp loại trong ngày này.', en: 'No class on this day.' })}</span>
      )}{' '}
      {of.endedOn && of.endReason && (
        <Badge look="waits">
          {`${say({ vi: 'Kết thúc {day}', en: 'Ended {day}' }, { day: showDate(of.endedOn) })}: ${say(endWords[of.endReason])}`}
        </Badge>
      )}
    </>
  )
}

function whyNotChange({ can, endedOn }: HouseholdAnswer) {
  if (!can.includes('change'))
    return { vi: 'Chỉ công chức xã phụ trách ghi được.', en: 'Only the commune official in charge may.' }
  return endedOn === null ? null : { vi: 'Hộ đã kết thúc.', en: 'The household has ended.' }
}

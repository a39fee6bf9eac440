/** One body: what founded it, who sits in it on the day I look at, its meetings, what they gave to do. */
import { useState } from 'preact/hooks'
import { StoodLinks } from '#features/areas/ui/NotThatDay.tsx'
import { addDays, showDate } from '#kernel/dates.ts'
import type { BodyId } from '#kernel/ids.ts'
import { useFilter, useTo } from '#platform/web/address.ts'
import { useDay } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { enteredWrongly, unitEndedSaid } from '../columns.ts'
import { CallDialog } from '../meetings/ui/CallDialog.tsx'
import { Meetings } from '../meetings/ui/Meetings.tsx'
import { Tasks } from '../meetings/ui/Tasks.tsx'
import { bodyKindWords } from '../model.ts'
import { ChangeBodyDialog } from './ChangeBodyDialog.tsx'
import { CorrectDissolutionDialog } from './CorrectDissolutionDialog.tsx'
import { showBody, tasksFile } from './calls.ts'
import { DissolveDialog } from './EndDialogs.tsx'
import { Members, membersFilter } from './Members.tsx'
import { type BodyAnswer, labels } from './typed.ts'

type Doing = 'call' | 'change' | 'dissolve' | 'correct'

export default function BodyPage({ params: { bodyId } }: { params: { bodyId: string } }) {
  const { facts: day } = useDay()
  const [allMembers] = useFilter(membersFilter)
  const read = useRead(showBody, { bodyId: bodyId as BodyId, day, ...(allMembers && { allMembers: true }) })
  const to = useTo()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const name = read.data?.name ?? ''
  const title = read.data ? { vi: name, en: name } : { vi: 'Ban', en: 'Body' }
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[{ label: { vi: 'Ban Chỉ đạo, Ban Giám sát', en: 'Bodies' }, href: to('/ban') }, { label: title }]}
        />
      }
      state={read.data && `${say(bodyKindWords[read.data.kind])}, ${read.data.unitName}`}
      action={read.data && <Deeds of={read.data} onDo={setDoing} />}
    >
      <Reading of={read} rows={8}>
        {(data) => (
          <>
            {data.unitEnded && (
              <Notice look="waits">
                {data.unitName}: {say(unitEndedSaid(data.unitEnded))}.{' '}
                {say({
                  vi: 'Từ ngày ấy Ban không họp và không có thêm thành viên.',
                  en: 'From that day it meets no more and nobody joins it.',
                })}
                <StoodLinks areaId={data.unitId} page="/ban" />
              </Notice>
            )}
            <Founding of={data} />
            <Members of={data} />
            <Meetings of={data} />
            <Tasks
              tasks={data.tasks}
              file={listAs(tasksFile, { bodyId: data.bodyId, day: data.day })}
              writes={data.can.includes('write')}
              opens
            />
            {doing === 'call' && <CallDialog of={data} onClose={close} />}
            {doing === 'change' && <ChangeBodyDialog of={data} onClose={close} />}
            {doing === 'dissolve' && <DissolveDialog of={data} onClose={close} />}
            {doing === 'correct' && <CorrectDissolutionDialog of={data} onClose={close} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

/** Of a body that was dissolved the last alone. */
const Deeds = ({ of, onDo }: { of: BodyAnswer; onDo: (doing: Doing) => void }) => (
  <>
    {of.can.includes('write') && (
      <>
        <Button onClick={() => onDo('change')}>{say({ vi: 'Sửa thông tin', en: 'Change' })}</Button>
        <Button onClick={() => onDo('dissolve')}>{say({ vi: 'Giải thể', en: 'Dissolve' })}</Button>
        <Button look="primary" whyNot={of.unitEnded && unitEndedSaid(of.unitEnded)} onClick={() => onDo('call')}>
          {say({ vi: 'Mời họp', en: 'Call a meeting' })}
        </Button>
      </>
    )}
    {of.can.includes('correct') && (
      <Button onClick={() => onDo('correct')}>{say({ vi: 'Sửa việc giải thể', en: 'Correct the dissolution' })}</Button>
    )}
  </>
)

function Founding({ of }: { of: BodyAnswer }) {
  const term = say(
    of.until === of.from
      ? enteredWrongly
      : of.until
        ? { vi: 'từ {from} đến hết {last}', en: '{from} to the end of {last}' }
        : { vi: 'từ {from}, chưa định ngày hết', en: 'from {from}, no last day set' },
    { from: showDate(of.from), last: of.until ? showDate(addDays(of.until, -1)) : '' },
  )
  return (
    <Section title={{ vi: 'Thành lập', en: 'Founding' }}>
      <FactList
        of={[
          {
            label: { vi: 'Quyết định', en: 'Decision' },
            value: `${of.decisionNumber}, ${showDate(of.decidedOn)}, ${of.decidedBy}`,
          },
          { label: { vi: 'Thời gian hoạt động', en: 'Term' }, value: term },
          ...(of.watches
            ? [{ label: labels.watches, value: [of.watches, of.watchesCode].filter(Boolean).join(', ') }]
            : []),
          ...(of.dissolvedBecause
            ? [{ label: { vi: 'Giải thể vì', en: 'Dissolved because' }, value: of.dissolvedBecause }]
            : []),
        ]}
      />
    </Section>
  )
}

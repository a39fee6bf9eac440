/** One class: what it is about, its sessions and trainers, how it came so far and what may follow. */
import { useContext, useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import type { TrainingClassId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { MayOpenContext } from '#platform/web/room.ts'
import { ClassAttendance } from '../../attendance/ui/ClassAttendance.tsx'
import { Learners } from '../../seats/ui/Learners.tsx'
import { ClashNotes } from '../../sessions/ui/ClashNotes.tsx'
import { Sessions } from '../../sessions/ui/Sessions.tsx'
import { Trainers } from '../../sessions/ui/Trainers.tsx'
import { classKinds, classStates, type NextStep } from '../model.ts'
import { lacksSaid } from '../rules.ts'
import { ChangeClassDialog } from './ChangeClassDialog.tsx'
import { showClass } from './calls.ts'
import { type ClassAnswer, classLabels, daysOf, stateLooks, topicSaid } from './class.ts'
import { deedOf, StepDialog } from './StepDialog.tsx'

export default function ClassPage({ params: { trainingClassId } }: { params: { trainingClassId: string } }) {
  const read = useRead(showClass, { trainingClassId: trainingClassId as TrainingClassId })
  const [doing, setDoing] = useState<NextStep | 'change' | null>(null)
  const to = useTo()
  const { data } = read
  const name = data ? [data.code, data.title].filter(Boolean).join(' ') : ''
  const title = data ? { vi: name, en: name } : { vi: 'Lớp học', en: 'Class' }
  const close = () => setDoing(null)
  return (
    <Page
      title={title}
      above={<Crumbs of={[{ label: { vi: 'Lớp học', en: 'Classes' }, href: to('/lop-hoc') }, { label: title }]} />}
      state={
        data && (
          <>
            <Badge look={stateLooks[data.state]}>{classStates[data.state]}</Badge>
            {` ${[data.areaName, daysOf(data)].filter(Boolean).join(', ')}`}
          </>
        )
      }
      action={data && data.can.length > 0 && <Deeds of={data} onDo={setDoing} />}
    >
      <Reading of={read} rows={10}>
        {(of) => <Class of={of} />}
      </Reading>
      {data && doing === 'change' && <ChangeClassDialog of={data} onClose={close} />}
      {data && doing && doing !== 'change' && <StepDialog of={data} step={doing} onClose={close} />}
    </Page>
  )
}

type DeedsProps = { readonly of: ClassAnswer; readonly onDo: (doing: NextStep | 'change') => void }

const looks = { on: 'primary', back: 'quiet', cancel: 'danger' } as const

function Deeds({ of, onDo }: DeedsProps) {
  return (
    <>
      {of.can.includes('step') &&
        of.next.map((step) => (
          <Button
            key={step.to}
            look={looks[step.how]}
            whyNot={step.lacks.length > 0 ? lackNote(step) : null}
            onClick={() => onDo(step)}
          >
            {say(deedOf(step))}
          </Button>
        ))}
      {of.can.includes('change') && (
        <Button onClick={() => onDo('change')}>{say({ vi: 'Sửa thông tin', en: 'Change' })}</Button>
      )}
    </>
  )
}

const lackNote = ({ lacks }: NextStep) => {
  const { vi, en } = lacksSaid(lacks)
  return { vi: `Chưa được: ${vi}.`, en: `Not yet: ${en}.` }
}

/** What others keep of the class: its tests for who holds it; once it is completed its turns and what it gave. */
function Beside({ of }: { of: ClassAnswer }) {
  const to = useTo()
  const mayOpen = useContext(MayOpenContext)
  const { trainingClassId: lop, areaId: noi, state } = of
  const ways = [
    ...(of.can.includes('step')
      ? [{ path: '/de-kiem-tra', query: { lop, noi }, label: { vi: 'Bài kiểm tra của lớp', en: 'Its tests' } }]
      : []),
    ...(state === 'completed'
      ? [
          { path: '/luot-hoc', query: { lop, the: 'ten' }, label: { vi: 'Lượt học của lớp', en: 'Its turns' } },
          { path: '/chung-nhan', query: { lop }, label: { vi: 'Chứng nhận cấp theo lớp', en: 'What it gave' } },
        ]
      : []),
  ].filter(({ path }) => mayOpen(path))
  if (ways.length === 0) return null
  return (
    <Section title={{ vi: 'Kiểm tra, lượt học, chứng nhận', en: 'Tests, turns, credentials' }}>
      <p class="form-actions">
        {ways.map(({ path, query, label }) => (
          <LinkButton key={path} href={to(path, query)}>
            {say(label)}
          </LinkButton>
        ))}
      </p>
    </Section>
  )
}

function Class({ of }: { of: ClassAnswer }) {
  const to = useTo()
  const last = of.steps.at(-1)
  return (
    <>
      {of.state === 'cancelled' && last && (
        <Notice look="waits">{say({ vi: 'Đã hủy: {why}', en: 'Called off: {why}' }, { why: last.because })}</Notice>
      )}
      {of.can.length > 0 && <ClashNotes of={of.clashes} />}
      <FactList
        of={[
          { label: classLabels.kind, value: `${say(classKinds[of.kind])}, ${of.year}` },
          {
            label: classLabels.planLineId,
            value: of.line ? (
              <a href={to(`/ke-hoach-dao-tao/${of.line.trainingPlanId}`)}>
                {`${of.line.code} ${of.line.title}: ${of.line.planName}`}
              </a>
            ) : (
              say({ vi: 'ngoài kế hoạch', en: 'outside the plan' })
            ),
          },
          { label: classLabels.topicIds, value: of.topics.map(topicSaid).join('; ') || null },
          { label: classLabels.seats, value: of.seats === null ? null : showNumber(of.seats) },
          ...(of.note ? [{ label: classLabels.note, value: of.note }] : []),
        ]}
      />
      <Sessions of={of} />
      <Learners of={of} />
      <Trainers of={of} />
      <ClassAttendance of={of} />
      <Beside of={of} />
      {of.steps.length > 0 && (
        <Section title={{ vi: 'Các bước đã qua', en: 'Steps taken' }}>
          <ul class="bullets">
            {of.steps.map((step, at) => (
              <li key={`${at} ${step.to}`}>
                {[
                  `${showDate(step.on)}: ${say(step.back ? deedOf({ to: step.to, how: 'back' }) : classStates[step.to])}`,
                  step.by,
                  step.because,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

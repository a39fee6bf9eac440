/** One plan of a year: what is taught where and when, what it costs by source, and what is done about it. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { showDate } from '#kernel/dates.ts'
import type { TrainingPlanId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDay } from '#platform/web/day.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { say } from '#platform/web/language.ts'
import { showMoney, showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { Amendments } from '../../amend/ui/Amendments.tsx'
import { Comments } from '../../comments/ui/Comments.tsx'
import { Papers } from '../../printed/ui/Papers.tsx'
import { planNamed, programmeSaid } from '../columns.ts'
import { moneySources, planStates } from '../model.ts'
import { lineSaid, moneyOf, weeksSaid } from '../rules.ts'
import { ApprovePlanDialog } from './ApprovePlanDialog.tsx'
import { Below, CarryDown } from './Below.tsx'
import { ChangePlanDialog } from './ChangePlanDialog.tsx'
import { dropPlan, repricePlan, showPlan, submitPlan } from './calls.ts'
import { Lines, MoneyList } from './PlanLines.tsx'
import { type PlanAnswer, pathOf } from './plan.ts'

export default function PlanPage({ params: { trainingPlanId } }: { params: { trainingPlanId: string } }) {
  const { facts: day } = useDay()
  const read = useRead(showPlan, { trainingPlanId: trainingPlanId as TrainingPlanId, day })
  const to = useTo()
  const title = read.data && planNamed(read.data)
  return (
    <Page
      title={title ?? { vi: 'Kế hoạch đào tạo', en: 'Plan of training' }}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Kế hoạch đào tạo', en: 'Plans of training' }, href: to('/ke-hoach-dao-tao') },
            { label: title ?? { vi: '', en: '' } },
          ]}
        />
      }
      state={
        read.data &&
        `${stateSaid(read.data)} ${say(
          {
            vi: '{classes} lớp, {people} lượt người, {money}.',
            en: '{classes} classes, {people} attendances, {money}.',
          },
          {
            classes: showNumber(read.data.sums.classes),
            people: showNumber(read.data.sums.people),
            money: showMoney(read.data.sums.dong),
          },
        )}`
      }
      action={read.data && <Deeds of={read.data} />}
    >
      <Reading of={read} rows={8}>
        {(data) => (
          <>
            <NormsChanged of={data} />
            <InClosedWeeks of={data} />
            <WithoutMoney of={data} />
            <Facts of={data} />
            <Lines of={data} />
            <MoneyList of={data} />
            <Papers of={data} />
            {(data.amendment > 0 || data.state === 'approved') && <Amendments of={data} />}
            <Comments of={data} />
            {data.state === 'approved' && data.amendment === 0 && <Below of={data} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

/** What a person may well decide, and should know. */
const InClosedWeeks = ({ of }: { of: PlanAnswer }) =>
  of.closed.length > 0 && (
    <Notice look="waits">
      <p>{say({ vi: 'Có lớp vào thời gian tỉnh không mở lớp:', en: 'In weeks without classes in the province:' })}</p>
      <ul>
        {of.closed.map(({ planLineId, code, weeks, what }) => (
          <li key={`${planLineId} ${what.vi}`}>
            {say(
              { vi: '{code}: tuần {weeks} ({what}).', en: '{code}: weeks {weeks} ({what}).' },
              { code, weeks: weeksSaid(weeks), what: say(what) },
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )

/** Of a draft: an approved plan is as it is. */
function WithoutMoney({ of }: { of: PlanAnswer }) {
  const bare = of.lineList.filter(({ dong }) => dong === 0)
  if (of.state !== 'drafted' || bare.length === 0) return null
  return (
    <Notice look="waits">
      {say(
        { vi: 'Chưa ghi kinh phí: {lines}.', en: 'Without money yet: {lines}.' },
        { lines: bare.map((line) => say(lineSaid(line, of.lineList))).join(', ') },
      )}
    </Notice>
  )
}

/** "Đã phê duyệt; ngày 20/11/2026 theo điều chỉnh lần 2." */
const stateSaid = ({ state, inForce, amendment, day, approved, submitted }: PlanAnswer): string =>
  approved && day < approved.day
    ? say(
        { vi: 'Ngày {day} chưa phê duyệt; phê duyệt ngày {on}.', en: 'Not approved on {day}; approved on {on}.' },
        { day: showDate(day), on: showDate(approved.day) },
      )
    : inForce > 0 && amendment === 0
      ? say(
          { vi: 'Đã phê duyệt; ngày {day} theo điều chỉnh lần {n}.', en: 'Approved; on {day} by amendment {n}.' },
          { day: showDate(day), n: inForce },
        )
      : submitted
        ? say(
            { vi: 'Bản thảo, đã trình phê duyệt ngày {day}.', en: 'A draft, submitted on {day}.' },
            { day: showDate(submitted) },
          )
        : `${say(planStates[state])}.`

function Facts({ of }: { of: PlanAnswer }) {
  const to = useTo()
  const { sums } = of
  const unsaid = { vi: 'khung chưa ghi đủ số tiết', en: 'the framework does not say all hours' }
  return (
    <FactList
      of={[
        { label: { vi: 'Đơn vị lập, năm', en: 'Unit, year' }, value: `${of.areaName}, ${of.year}` },
        {
          label: { vi: 'Theo chương trình', en: 'Programme' },
          value: <a href={to(`/chuong-trinh/${of.programme.programmeId}`)}>{programmeSaid(of.programme)}</a>,
        },
        ...(of.approved
          ? [
              {
                label: { vi: 'Quyết định phê duyệt', en: 'Decision' },
                value: `${of.approved.number}, ${showDate(of.approved.day)}, ${of.approved.issuer}`,
              },
            ]
          : []),
        ...(of.parent
          ? [
              {
                label: { vi: 'Thực hiện kế hoạch cấp trên', en: 'Under the plan' },
                value: <a href={to(pathOf(of.parent.trainingPlanId))}>{of.parent.name}</a>,
              },
            ]
          : []),
        {
          label: { vi: 'Sĩ số lớn nhất một lớp', en: 'Largest class' },
          value:
            of.largestClass === null
              ? say({ vi: 'chưa ghi', en: 'not said' })
              : `${of.largestClass} (${of.largestClassBy})`,
        },
        {
          label: { vi: 'Số tiết của mọi lớp', en: 'Hours of all classes' },
          value: sums.hours === null ? say(unsaid) : showNumber(sums.hours),
        },
        ...sums.bySource.map(({ source, dong }) => ({ label: moneySources[source], value: showMoney(dong) })),
        { label: { vi: 'Tổng kinh phí', en: 'All money' }, value: showMoney(sums.dong) },
        {
          label: { vi: 'Thực hiện', en: 'Done' },
          value: say({
            vi: 'chưa có dữ liệu: phần mềm chưa quản lý lớp học',
            en: 'no data yet: classes are not kept yet',
          }),
        },
        ...(of.amends
          ? [
              {
                label: { vi: 'Điều chỉnh kế hoạch', en: 'Amends the plan' },
                value: <a href={to(pathOf(of.amends.trainingPlanId))}>{of.amends.name}</a>,
              },
              { label: { vi: 'Lý do điều chỉnh', en: 'Why' }, value: of.reason },
            ]
          : []),
        ...(of.purpose ? [{ label: { vi: 'Mục đích, yêu cầu', en: 'Purpose' }, value: of.purpose }] : []),
        ...(of.execution ? [{ label: { vi: 'Tổ chức thực hiện', en: 'Who does what' }, value: of.execution }] : []),
        ...(of.note ? [{ label: { vi: 'Ghi chú', en: 'Note' }, value: of.note }] : []),
      ]}
    />
  )
}

/** Norms that say another amount than when the money was written. */
function NormsChanged({ of }: { of: PlanAnswer }) {
  const { trainingPlanId, edits } = of
  const repricing = useChange(repricePlan)
  const changed = moneyOf(of.lineList).filter(({ normNow }) => normNow !== null)
  if (changed.length === 0) return null
  const renewable = changed.some(({ normNow }) => normNow !== 0)
  return (
    <Notice look="waits">
      <p>
        {say(
          {
            vi: '{n} khoản chi có định mức đã thay đổi từ khi ghi; xem cột Định mức.',
            en: '{n} amounts follow norms that have changed since; see the column Norm.',
          },
          { n: showNumber(changed.length) },
        )}
      </p>
      {of.can.includes('draft') && renewable && (
        <Button pending={repricing.pending} onClick={() => void repricing.run({ trainingPlanId, edits })}>
          {say({ vi: 'Tính lại theo định mức hiện hành', en: 'Compute anew by the norms of now' })}
        </Button>
      )}
      <ProblemNote of={repricing.problem} />
    </Notice>
  )
}

const noLines = { vi: 'Kế hoạch chưa có dòng nào.', en: 'The plan has no line yet.' }

function Deeds({ of }: { of: PlanAnswer }) {
  const [open, setOpen] = useState<'change' | 'drop' | 'approve' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      {of.can.includes('draft') && (
        <>
          <Button onClick={() => setOpen('change')}>{say({ vi: 'Sửa kế hoạch', en: 'Change the plan' })}</Button>
          <Button look="quiet" onClick={() => setOpen('drop')}>
            {say({ vi: 'Bỏ bản thảo', en: 'Drop the draft' })}
          </Button>
        </>
      )}
      {of.can.includes('submit') && <Submit of={of} />}
      {of.can.includes('approve') && (
        <Button look="primary" whyNot={of.lines > 0 ? null : noLines} onClick={() => setOpen('approve')}>
          {say({ vi: 'Ghi phê duyệt', en: 'Record the approval' })}
        </Button>
      )}
      {of.state === 'approved' && of.amendment === 0 && holds('training.plan') && <CarryDown of={of} />}
      {open === 'approve' && <ApprovePlanDialog of={of} onClose={close} />}
      {open === 'change' && <ChangePlanDialog of={of} onClose={close} />}
      {open === 'drop' && <DropDialog of={of} onClose={close} />}
    </>
  )
}

/** Whoever approves is told of it; a change afterwards is submitted anew. */
function Submit({ of }: { of: PlanAnswer }) {
  const { trainingPlanId, edits, submitted } = of
  const submitting = useChange(submitPlan)
  const whyNot = submitted
    ? { vi: `Đã trình ngày ${showDate(submitted)}.`, en: `Submitted on ${showDate(submitted)}.` }
    : of.lines > 0
      ? null
      : noLines
  return (
    <>
      <Button
        pending={submitting.pending}
        whyNot={whyNot}
        onClick={() => void submitting.run({ trainingPlanId, edits })}
      >
        {say({ vi: 'Trình phê duyệt', en: 'Submit for approval' })}
      </Button>
      <ProblemNote of={submitting.problem} />
    </>
  )
}

function DropDialog({ of, onClose }: { of: PlanAnswer; onClose: () => void }) {
  const { trainingPlanId } = of
  const draft = useDraft('plans.drop', trainingPlanId)
  const dropping = useChange(dropPlan, { draft, refresh: [] })
  const { route } = useLocation()
  const to = useTo()
  return (
    <ReasonDialog
      title={{ vi: 'Bỏ bản thảo', en: 'Drop the draft' }}
      what={{
        vi: `Bản thảo “${of.name}” và ${of.lines} dòng của nó sẽ bị xóa.`,
        en: `The draft “${of.name}” and its ${of.lines} lines are deleted.`,
      }}
      deed={{ vi: 'Bỏ bản thảo', en: 'Drop the draft' }}
      danger
      draft={draft}
      pending={dropping.pending}
      problem={dropping.problem}
      onGive={async (because) => {
        if (await dropping.run({ trainingPlanId, because })) route(to('/ke-hoach-dao-tao'))
      }}
      onClose={onClose}
    />
  )
}

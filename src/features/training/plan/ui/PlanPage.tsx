/** One plan of a year: what is taught where and when, what it costs by source, and what is done about it. */
import { showDate } from '#kernel/dates.ts'
import type { TrainingPlanId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useDay } from '#platform/web/day.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { showMoney, showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { Amendments } from '../../amend/ui/Amendments.tsx'
import { Comments } from '../../comments/ui/Comments.tsx'
import { Papers } from '../../printed/ui/Papers.tsx'
import { CarryOver } from '../../taken/ui/CarryOver.tsx'
import { Decided } from '../../ui/Decided.tsx'
import { planNamed, programmeSaid } from '../columns.ts'
import { isClosed, moneySources, planStates } from '../model.ts'
import { Below } from './Below.tsx'
import { showPlan } from './calls.ts'
import { BeyondParent, LeavesBeyond, ParentCalledOff } from './HangingNotices.tsx'
import { ChangedAbove, GoneNamed, InClosedWeeks, InPastWeeks, InTwoClasses } from './LineNotices.tsx'
import { MoneyBehind } from './MoneyBehind.tsx'
import { NormsChanged, NormsEnded, WithoutMoney } from './MoneyNotices.tsx'
import { Deeds } from './PlanDeeds.tsx'
import { Lines, MoneyList } from './PlanLines.tsx'
import { CallsOff, CarriedAway, GivenUp, OutOfPeriod, UnitEnded } from './PlanNotices.tsx'
import { isCarriedDown, type PlanAnswer, pathOf } from './plan.ts'

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
            en: '{classes} {classes:class|classes}, {people} {people:attendance|attendances}, {money}.',
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
            <GivenUp of={data} />
            <CallsOff of={data} />
            <UnitEnded of={data} />
            <CarriedAway of={data} />
            <ParentCalledOff of={data} />
            <BeyondParent of={data} />
            <LeavesBeyond of={data} />
            <CarryOver of={data} />
            <OutOfPeriod of={data} />
            <NormsChanged of={data} />
            <NormsEnded of={data} />
            <MoneyBehind of={data} />
            <ChangedAbove of={data} />
            <InClosedWeeks of={data} />
            <InTwoClasses of={data} />
            <GoneNamed of={data} />
            <InPastWeeks of={data} />
            <WithoutMoney of={data} />
            <Facts of={data} />
            <Lines of={data} />
            <MoneyList of={data} />
            {!isClosed(data) && <Papers of={data} />}
            {(data.amendment > 0 || data.state === 'approved') && !data.givenUp && <Amendments of={data} />}
            <Comments of={data} />
            {isCarriedDown(data) && <Below of={data} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

/** "Đã phê duyệt; ngày 20/11/2026 theo điều chỉnh lần 2." */
const stateSaid = ({
  state,
  inForce,
  amendment,
  day,
  approved,
  submitted,
  changedSince,
  lines,
  givenUp,
}: PlanAnswer): string =>
  givenUp
    ? say({ vi: 'Bản thảo đã bỏ.', en: 'A draft that was given up.' })
    : approved && day < approved.day
      ? say(
          { vi: 'Ngày {day} chưa phê duyệt; phê duyệt ngày {on}.', en: 'Not approved on {day}; approved on {on}.' },
          { day: showDate(day), on: showDate(approved.day) },
        )
      : inForce > 0 && amendment === 0
        ? say(
            lines === 0
              ? {
                  vi: 'Thôi thực hiện, theo điều chỉnh lần {n}; xem ngày {day}.',
                  en: 'Called off by amendment {n}; on {day}.',
                }
              : { vi: 'Đã phê duyệt; ngày {day} theo điều chỉnh lần {n}.', en: 'Approved; on {day} by amendment {n}.' },
            { day: showDate(day), n: inForce },
          )
        : submitted
          ? say(
              { vi: 'Bản thảo, đã trình phê duyệt ngày {day}.', en: 'A draft, submitted on {day}.' },
              { day: showDate(submitted) },
            )
          : changedSince
            ? say(
                {
                  vi: 'Bản thảo, đã sửa sau khi trình ngày {day}: phải trình lại.',
                  en: 'A draft, changed since it was submitted on {day}: it is to be submitted anew.',
                },
                { day: showDate(changedSince) },
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
                value: <Decided of={of.approved} earlier={of.earlier} />,
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
              ? of.classLimit === null
                ? say({ vi: 'chưa ghi', en: 'not said' })
                : say(
                    { vi: 'theo mức của tỉnh: {n}', en: 'as the province allows: {n}' },
                    { n: showNumber(of.classLimit) },
                  )
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

/** The plans that units below make under an approved plan, and what of it is not carried down yet. */
import { useState } from 'preact/hooks'
import { showArea } from '#features/areas/ui/calls.ts'
import { showDate } from '#kernel/dates.ts'
import { type Vnd, vnd } from '#kernel/numbers.ts'
import { usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { today } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showMoney, showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { planColumns } from '../columns.ts'
import type { Below as BelowPlans, Plan } from '../model.ts'
import { BeginPlanDialog } from './BeginPlanDialog.tsx'
import { listPlans, plansFile } from './calls.ts'
import { type PlanAnswer, pathOf } from './plan.ts'

type BelowDrafts = BelowPlans['drafted']
type Show = (value: number) => string
const money: Show = (value) => showMoney(vnd(value) as Vnd)

/** "120 trên 950; còn 830 chưa giao" */
function carriedSaid(below: number, whole: number, show: Show): string {
  if (whole === 0 && below === 0) return say({ vi: 'chưa ghi', en: 'not said' })
  const parts = { below: show(below), whole: show(whole), rest: show(Math.abs(whole - below)) }
  const words: Words =
    below > whole
      ? { vi: '{below} trên {whole}; vượt {rest}', en: '{below} of {whole}; {rest} over' }
      : below < whole
        ? { vi: '{below} trên {whole}; còn {rest} chưa giao', en: '{below} of {whole}; {rest} not carried down' }
        : { vi: '{below} trên {whole}; đã giao đủ', en: '{below} of {whole}; all carried down' }
  return say(words, parts)
}

/** Of each topic no more than this plan has of it: what is above that, or of other topics, carries nothing of it down. */
const carried = ({ topics }: BelowPlans, what: 'people' | 'classes'): number =>
  topics.reduce((sum, { whole, below }) => sum + Math.min(whole[what], below[what]), 0)

/** A topic that the units below have of their own. */
const besideSaid = (people: number): string =>
  say(
    {
      vi: '{n}, ngoài kế hoạch này; không tính vào phần đã giao',
      en: '{n}, not of this plan; not counted as carried down',
    },
    { n: showNumber(people) },
  )

/** What is not counted above: nobody has approved it. */
const draftsSaid = ({ plans, people, classes, dong }: BelowDrafts): string =>
  plans === 0
    ? say({ vi: 'không có', en: 'none' })
    : say(
        {
          vi: '{plans} kế hoạch: {classes} lớp, {people} lượt người, {money}; chưa cộng vào phần đã giao',
          en: '{plans} {plans:plan|plans}: {classes} {classes:class|classes}, {people} {people:attendance|attendances}, {money}; not counted above',
        },
        { plans: showNumber(plans), classes: showNumber(classes), people: showNumber(people), money: money(dong) },
      )

export function Below({ of }: { of: PlanAnswer }) {
  const [page] = usePageNumber()
  const to = useTo()
  const { trainingPlanId: parentId, below, sums } = of
  const read = useRead(listPlans, { parentId, page })
  return (
    <Section title={{ vi: 'Kế hoạch của cấp dưới', en: 'Plans below' }}>
      {below && (
        <FactList
          of={[
            {
              label: { vi: 'Lượt người đã giao', en: 'Attendances carried down' },
              value: carriedSaid(carried(below, 'people'), sums.people, showNumber),
            },
            {
              label: { vi: 'Lớp đã giao', en: 'Classes carried down' },
              value: carriedSaid(carried(below, 'classes'), sums.classes, showNumber),
            },
            ...below.topics.map(({ name, whole, below: of }) => ({
              label: { vi: `${name}: lượt người`, en: `${name}: attendances` },
              value: whole.people === 0 ? besideSaid(of.people) : carriedSaid(of.people, whole.people, showNumber),
            })),
            {
              // Units below spend of their own too: what is left is no difference of the two.
              label: {
                vi: 'Kinh phí của kế hoạch cấp dưới, mọi nguồn',
                en: 'Money of the plans below, of all sources',
              },
              value: say(
                { vi: '{below}; kế hoạch này {whole}', en: '{below}; this plan {whole}' },
                { below: money(below.approved.dong), whole: money(sums.dong) },
              ),
            },
            {
              label:
                of.day === today()
                  ? { vi: 'Còn là bản thảo', en: 'Drafts still' }
                  : { vi: `Ngày ${showDate(of.day)} chưa phê duyệt`, en: `Not approved on ${showDate(of.day)}` },
              value: draftsSaid(below.drafted),
            },
          ]}
        />
      )}
      {of.day !== today() && (
        <p class="quiet">{say({ vi: 'Danh sách dưới đây là của hôm nay.', en: 'The list below is of today.' })}</p>
      )}
      <Reading of={read} rows={3}>
        {(data) => (
          <Listing<Plan>
            name="plans-below"
            caption={{ vi: 'Kế hoạch của cấp dưới', en: 'Plans below' }}
            rows={data.rows}
            rowKey={(row) => row.trainingPlanId}
            href={(row) => to(pathOf(row.trainingPlanId))}
            total={data.total}
            file={listAs(plansFile, { parentId })}
            columns={shown(planColumns)}
            empty={
              <Empty
                title={{ vi: 'Chưa có kế hoạch nào của cấp dưới.', en: 'No plan below yet.' }}
                why={{
                  vi: 'Đơn vị cấp dưới bấm “Lập kế hoạch thực hiện” ở trang này.',
                  en: 'A unit below presses “Plan to carry it out” on this page.',
                }}
              />
            }
          />
        )}
      </Reading>
    </Section>
  )
}

const calledOff = { vi: 'Kế hoạch này đã thôi thực hiện.', en: 'This plan was called off.' }

/** The unit that is looked at makes its plan under this one. */
export function CarryDown({ of }: { of: PlanAnswer }) {
  const [beginning, setBeginning] = useState(false)
  const { areaId } = useArea()
  const area = useRead(showArea, beginning && areaId ? { areaId, day: today() } : null)
  return (
    <>
      <Button look="primary" whyNot={of.lines > 0 ? null : calledOff} onClick={() => setBeginning(true)}>
        {say({ vi: 'Lập kế hoạch thực hiện', en: 'Plan to carry it out' })}
      </Button>
      {beginning && (area.data || !areaId) && (
        <BeginPlanDialog
          areaId={areaId ?? null}
          areaName={area.data?.name ?? ''}
          under={of}
          onClose={() => setBeginning(false)}
        />
      )}
    </>
  )
}

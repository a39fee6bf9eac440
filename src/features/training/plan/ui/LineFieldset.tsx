/** A line as it is typed: which topic, for whom and how many, where and when. Its money: MoneyFields.tsx. */
import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { FrameworkTopicId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { today } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { frameworkSaid } from '../../frameworks/rules.ts'
import type * as contract from '../contract.ts'
import { leastClasses } from '../rules/lines.ts'
import { largestOf } from '../rules/marks.ts'
import { daysSaid, readWeeks } from '../rules/weeks.ts'
import { searchTopics } from './calls.ts'
import { MoneyFields } from './MoneyFields.tsx'
import { SubmittedAlready } from './PlanNotices.tsx'
import { type PlanAnswer, type TypedLine, weeksFault } from './plan.ts'

type Sought = OutputOf<typeof contract.searchTopics>['topics'][number]
/** "Khung bồi dưỡng (2016-2018, không phải của năm này)" */
function whichFramework({ outside, ...of }: Pick<Sought, 'framework' | 'period' | 'outside'>) {
  const other = outside ? say({ vi: ', không phải của năm này', en: ', not of this year' }) : ''
  return `${frameworkSaid(of)}${other}`
}

type Props = { readonly of: TypedLine; readonly plan: PlanAnswer; readonly onChange: (next: TypedLine) => void }

/** How many classes the people need at least, where the plan says how large one may be. */
function leastSaid(people: number | null, largest: number | null): Words {
  if (!largest)
    return {
      vi: 'Kế hoạch và tỉnh chưa ghi sĩ số lớn nhất một lớp',
      en: 'Neither plan nor province says a largest class',
    }
  if (!people) return { vi: `Mỗi lớp không quá ${largest} người`, en: `${largest} people in a class at most` }
  const least = leastClasses(people, largest)
  return {
    vi: `Ít nhất ${least}: mỗi lớp không quá ${largest} người`,
    en: `${least} at least, ${largest} people in each`,
  }
}

function weeksHint(year: number, text: string): Words {
  const weeks = readWeeks(text)
  const days = weeks && weeks.length > 0 ? daysSaid(year, weeks) : null
  return days
    ? { vi: `Từ thứ hai đến chủ nhật: ${days}`, en: `Monday to Sunday: ${days}` }
    : { vi: 'Tuần thứ mấy của năm, ví dụ 12, 14-16', en: 'Weeks of the year, as in 12, 14-16' }
}

export function LineFieldset({ of, plan, onChange }: Props) {
  const put = (part: Partial<TypedLine>) => onChange({ ...of, ...part })
  return (
    <>
      <SubmittedAlready of={plan} />
      <TopicPicker of={of} plan={plan} put={put} />
      <TextField
        at="audience"
        label={{ vi: 'Đối tượng', en: 'For whom' }}
        lines={2}
        maxLength={300}
        value={of.audience}
        onChange={(audience) => put({ audience })}
      />
      <NumberField
        at="people"
        label={{ vi: 'Lượt người', en: 'Attendances' }}
        required
        min={1}
        max={1_000_000}
        value={of.people}
        onChange={(people) => put({ people })}
      />
      <NumberField
        at="classes"
        label={{ vi: 'Số lớp', en: 'Classes' }}
        hint={leastSaid(of.people, largestOf(plan))}
        required
        min={1}
        max={10_000}
        value={of.classes}
        onChange={(classes) => put({ classes })}
      />
      <AreaPicker
        at="placeId"
        label={{ vi: 'Mở ở đơn vị', en: 'In which unit' }}
        hint={{ vi: 'Để trống nếu chưa định', en: 'Empty where not decided' }}
        day={today()}
        under={plan.areaId}
        chosen={of.placeName || null}
        onChoose={(placeId, placeName) => put({ placeId, placeName })}
      />
      {of.placeId && (
        <Button look="quiet" onClick={() => put({ placeId: null, placeName: '' })}>
          {say({ vi: 'Chưa định nơi mở', en: 'Place not decided' })}
        </Button>
      )}
      <TextField
        at="place"
        label={{ vi: 'Địa điểm', en: 'Place' }}
        maxLength={200}
        value={of.place}
        onChange={(place) => put({ place })}
      />
      <TextField
        at="weeks"
        label={{ vi: 'Tuần', en: 'Weeks' }}
        hint={weeksHint(plan.year, of.weeks)}
        maxLength={100}
        fault={weeksFault(of.weeks)}
        value={of.weeks}
        onChange={(weeks) => put({ weeks })}
      />
      <MoneyFields of={of.money} line={of} plan={plan} onChange={(money) => put({ money })} />
      <TextField
        at="note"
        label={{ vi: 'Ghi chú', en: 'Note' }}
        lines={2}
        maxLength={1000}
        value={of.note}
        onChange={(note) => put({ note })}
      />
    </>
  )
}

type TopicProps = Omit<Props, 'onChange'> & { readonly put: (part: Partial<TypedLine>) => void }

/** A topic of an approved framework; whom it is for is taken over where nothing was typed. */
function TopicPicker({ of, plan, put }: TopicProps) {
  const { trainingPlanId } = plan
  return (
    <Picker<FrameworkTopicId>
      at="topicId"
      label={{ vi: 'Chuyên đề', en: 'Topic' }}
      hint={{ vi: 'Của khung đã phê duyệt', en: 'Of an approved framework' }}
      required
      chosen={of.topicName || null}
      load={async (q, signal) => {
        const { topics } = await send(searchTopics, { trainingPlanId, q }, { signal })
        return topics.map(({ topicId, code, title, ...of }) => ({
          ...{ value: topicId, label: `${code} ${title}`, detail: whichFramework(of) },
        }))
      }}
      onChoose={(option) => put({ topicId: option.value, topicName: option.label })}
    />
  )
}

/** A topic as it is typed: what is learned, for how long, by whom, after what. */
import { levels, levelWords } from '#features/areas/words.ts'
import { ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { areaConditionNames, areaConditions, audiencePostNames, audiencePosts, type Topic } from '../model.ts'
import type { TopicFields } from './framework.ts'

type Props = {
  readonly of: TopicFields
  readonly others: readonly Topic[]
  readonly onChange: (next: TopicFields) => void
}

export function TopicFieldset({ of, others, onChange }: Props) {
  const put = (part: Partial<TopicFields>) => onChange({ ...of, ...part })
  return (
    <>
      <TextField
        at="title"
        label={{ vi: 'Tên chuyên đề', en: 'Title' }}
        required
        lines={2}
        maxLength={300}
        value={of.title}
        onChange={(title) => put({ title })}
      />
      <TextField
        at="objective"
        label={{ vi: 'Mục tiêu', en: 'Objective' }}
        lines={3}
        maxLength={2000}
        value={of.objective}
        onChange={(objective) => put({ objective })}
      />
      <TextField
        at="contents"
        label={{ vi: 'Nội dung', en: 'Contents' }}
        lines={5}
        maxLength={4000}
        value={of.contents}
        onChange={(contents) => put({ contents })}
      />
      <NumberField
        at="theoryHours"
        label={{ vi: 'Số tiết lý thuyết', en: 'Hours of theory' }}
        max={2000}
        value={of.theoryHours}
        onChange={(theoryHours) => put({ theoryHours })}
      />
      <NumberField
        at="practiceHours"
        label={{ vi: 'Số tiết thực hành', en: 'Hours of practice' }}
        max={2000}
        value={of.practiceHours}
        onChange={(practiceHours) => put({ practiceHours })}
      />
      <Audience of={of} put={put} />
      {others.length > 0 && (
        <ChoicesField<string>
          at="requires"
          label={{ vi: 'Cần học trước', en: 'Needs first' }}
          choices={others.map(({ code, title }) => ({ value: code, label: `${code}: ${title}` }))}
          values={of.requires}
          onChange={(requires) => put({ requires })}
        />
      )}
      <NumberField
        at="recursAfter"
        label={{ vi: 'Học lại sau bao nhiêu tháng', en: 'Again after how many months' }}
        hint={{ vi: 'Để trống nếu khung chưa ghi', en: 'Empty where the framework does not say' }}
        min={1}
        max={240}
        value={of.recursAfter}
        onChange={(recursAfter) => put({ recursAfter })}
      />
    </>
  )
}

const Audience = ({ of, put }: { of: TopicFields; put: (part: Partial<TopicFields>) => void }) => (
  <>
    <ChoicesField
      at="posts"
      label={{ vi: 'Dành cho chức danh', en: 'For the posts' }}
      choices={audiencePostNames.map((value) => ({ value, label: audiencePosts[value] }))}
      values={of.posts}
      onChange={(posts) => put({ posts })}
    />
    <ChoicesField
      at="levels"
      label={{ vi: 'Ở cấp', en: 'At the levels' }}
      choices={levels.map((value) => ({ value, label: levelWords[value] }))}
      values={of.levels}
      onChange={(chosen) => put({ levels: chosen })}
    />
    <ChoicesField
      at="areaConditions"
      label={{ vi: 'Thuộc loại xã', en: 'Of communes' }}
      hint={{ vi: 'Tính theo tình trạng của xã vào ngày học', en: 'By what stands of a commune on the day' }}
      choices={areaConditionNames.map((value) => ({ value, label: areaConditions[value] }))}
      values={of.areaConditions}
      onChange={(chosen) => put({ areaConditions: chosen })}
    />
  </>
)

import type { FrameworkTopicId } from '#kernel/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { type Choice, ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { type QuestionKind, questionKindNames, questionKinds } from '../../bank/model.ts'
import { mostParts, type NamedTopic, type TestPurpose, testPurposes } from '../model.ts'
import { noPart, type TypedPart, type TypedTest, testLabels } from './test.ts'
import '../../ui/tests.css'

type Props = {
  readonly of: TypedTest
  readonly topics: readonly NamedTopic[]
  readonly onChange: (next: TypedTest) => void
}

const purposes = (Object.keys(testPurposes) as TestPurpose[]).map((value) => ({ value, label: testPurposes[value] }))

export function TestFields({ of, topics, onChange }: Props) {
  const put = (part: Partial<TypedTest>) => onChange({ ...of, ...part })
  return (
    <>
      <TextField
        at="title"
        label={testLabels.title}
        required
        maxLength={200}
        value={of.title}
        onChange={(title) => put({ title })}
      />
      <ChoiceField<TestPurpose>
        label={testLabels.purpose}
        required
        choices={purposes}
        value={of.purpose}
        onChange={(purpose) => put({ purpose })}
      />
      <Parts of={of.parts} topics={topics} onChange={(parts) => put({ parts })} />
      <PassFields of={of} put={put} />
      <NumberField
        at="attempts"
        label={testLabels.attempts}
        required
        min={1}
        max={5}
        value={of.attempts}
        onChange={(attempts) => put({ attempts })}
      />
      <NumberField
        at="minutes"
        label={testLabels.minutes}
        hint={{ vi: 'Để trống: làm đến khi bài đóng', en: 'Empty: until the test is closed' }}
        min={1}
        max={600}
        value={of.minutes}
        onChange={(minutes) => put({ minutes })}
      />
      <NumberField
        at="variants"
        label={testLabels.variants}
        hint={{ vi: 'Cùng các câu ấy, mỗi mã đề một thứ tự', en: 'The same questions, each in another order' }}
        required
        min={1}
        max={8}
        value={of.variants}
        onChange={(variants) => put({ variants })}
      />
      <TextField
        at="seed"
        label={testLabels.seed}
        hint={{
          vi: 'Cùng mã ấy trên cùng ngân hàng thì rút ra cùng đề',
          en: 'The same seed over the same bank draws the same',
        }}
        required
        maxLength={40}
        value={of.seed}
        onChange={(seed) => put({ seed })}
      />
    </>
  )
}

const PassFields = ({ of, put }: { of: TypedTest; put: (part: Partial<TypedTest>) => void }) => (
  <>
    <NumberField
      at="pass"
      label={{ vi: 'Đạt từ', en: 'Passed from' }}
      hint={
        of.purpose === 'before'
          ? { vi: 'Bài đầu khóa có thể để trống: chỉ đo', en: 'May be left empty before a class: it is only measured' }
          : {
              vi: 'Do người tổ chức lớp đặt; phần mềm không đặt sẵn',
              en: 'Laid down by who holds the class; the program proposes none',
            }
      }
      min={1}
      max={1000}
      value={of.num}
      onChange={(num) => put({ num })}
    />
    <NumberField
      label={{ vi: 'Trên', en: 'Of' }}
      min={1}
      max={1000}
      value={of.of}
      onChange={(whole) => put({ of: whole })}
    />
    <TextField
      label={{ vi: 'Căn cứ của mức đạt', en: 'Basis of the mark' }}
      hint={{ vi: 'Quy chế, kế hoạch, quyết định nào', en: 'Which rules, plan or decision' }}
      maxLength={300}
      value={of.basis}
      onChange={(basis) => put({ basis })}
    />
  </>
)

type PartsProps = {
  readonly of: readonly TypedPart[]
  readonly topics: readonly NamedTopic[]
  readonly onChange: (next: readonly TypedPart[]) => void
}
const kinds: readonly Choice<QuestionKind | 'any'>[] = [
  { value: 'any', label: { vi: 'Loại nào cũng được', en: 'Any kind' } },
  ...questionKindNames.map((value) => ({ value, label: questionKinds[value] })),
]

function Parts({ of, topics, onChange }: PartsProps) {
  const choices = topics.map(({ topicId: value, code, title }) => ({ value, label: `${code}. ${title}` }))
  const put = (at: number, part: Partial<TypedPart>) =>
    onChange(of.map((one, place) => (place === at ? { ...one, ...part } : one)))
  return (
    <>
      {of.map((part, at) => (
        <fieldset key={at} class="tests-part">
          <legend>{say({ vi: 'Phần {n}', en: 'Part {n}' }, { n: at + 1 })}</legend>
          <ChoiceField<FrameworkTopicId>
            at={at === 0 ? 'parts' : undefined}
            as="select"
            label={{ vi: 'Chuyên đề', en: 'Topic' }}
            required
            choices={choices}
            value={part.topicId}
            onChange={(topicId) => put(at, { topicId })}
          />
          <ChoiceField<QuestionKind | 'any'>
            as="select"
            label={{ vi: 'Loại câu', en: 'Kind' }}
            required
            choices={kinds}
            value={part.kind}
            onChange={(kind) => put(at, { kind })}
          />
          <NumberField
            label={{ vi: 'Số câu', en: 'How many' }}
            required
            min={1}
            max={100}
            value={part.count}
            onChange={(count) => put(at, { count })}
          />
          {of.length > 1 && (
            <Button look="quiet" onClick={() => onChange(of.filter((_, place) => place !== at))}>
              {say({ vi: 'Bỏ phần {n}', en: 'Take part {n} out' }, { n: at + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {of.length < mostParts && (
        <Button look="quiet" onClick={() => onChange([...of, noPart])}>
          {say({ vi: 'Thêm một phần', en: 'Add a part' })}
        </Button>
      )}
    </>
  )
}

import { ChoiceField, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { mostOptions, type QuestionKind, questionKinds } from '../model.ts'
import { readDecimal } from '../rules.ts'
import { lettered, optionsIn, questionLabels, type TypedQuestion, truths } from './question.ts'

type Props = { readonly of: TypedQuestion; readonly onChange: (next: TypedQuestion) => void }
type PartProps = { readonly of: TypedQuestion; readonly put: (part: Partial<TypedQuestion>) => void }

const written = (['single', 'multiple', 'true_false', 'numeric'] as const).map((value) => ({
  value,
  label: questionKinds[value],
}))
const notANumber = { vi: 'Ghi một số, ví dụ 1,5.', en: 'Write a number, such as 1,5.' }
const numberFault = (text: string) => (readDecimal(text) === null ? notANumber : null)

/** What is asked, what can be chosen and what is right. Of a household to classify only the words are typed. */
export function QuestionFields({ of, onChange }: Props) {
  const put = (part: Partial<TypedQuestion>) => onChange({ ...of, ...part })
  return (
    <>
      {of.kind !== 'household' && (
        <ChoiceField<QuestionKind>
          label={{ vi: 'Loại câu', en: 'Kind' }}
          required
          choices={written}
          value={of.kind}
          onChange={(kind) => put({ kind })}
        />
      )}
      <TextField
        at="ask"
        label={questionLabels.ask}
        required
        lines={3}
        maxLength={1000}
        value={of.ask}
        onChange={(ask) => put({ ask })}
      />
      {(of.kind === 'single' || of.kind === 'multiple') && <Options of={of} put={put} />}
      {of.kind === 'true_false' && (
        <ChoiceField
          at="body"
          label={{ vi: 'Đáp án', en: 'Key' }}
          required
          choices={[
            { value: 'true', label: truths.true },
            { value: 'false', label: truths.false },
          ]}
          value={of.truth === null ? null : String(of.truth)}
          onChange={(truth) => put({ truth: truth === 'true' })}
        />
      )}
      {of.kind === 'numeric' && <Numbers of={of} put={put} />}
      <TextField
        at="basis"
        label={questionLabels.basis}
        maxLength={300}
        value={of.basis}
        onChange={(basis) => put({ basis })}
      />
    </>
  )
}

const yes = 'yes'

function Options({ of, put }: PartProps) {
  const choices = lettered(optionsIn(of))
  return (
    <>
      <TextField
        label={{ vi: 'Các ý để chọn', en: 'What can be chosen' }}
        hint={{ vi: 'Mỗi ý một dòng, từ 2 đến 8 ý', en: 'One a line, 2 to 8 of them' }}
        required
        lines={5}
        eachLine={{ letters: 300, lines: mostOptions }}
        value={of.options}
        onChange={(options) => put({ options })}
      />
      {choices.length > 1 && of.kind === 'single' && (
        <ChoiceField
          at="body"
          label={{ vi: 'Ý đúng', en: 'What is right' }}
          required
          as="rows"
          choices={choices}
          value={of.rights[0] ?? null}
          onChange={(right) => put({ rights: [right] })}
        />
      )}
      {choices.length > 1 && of.kind === 'multiple' && (
        <>
          <ChoicesField
            at="body"
            label={{ vi: 'Những ý đúng', en: 'What is right' }}
            required
            choices={choices}
            values={of.rights}
            onChange={(rights) => put({ rights })}
          />
          <ChoicesField
            label={{ vi: 'Cách chấm', en: 'How it is marked' }}
            choices={[
              {
                value: yes,
                label: { vi: 'Chấm từng phần', en: 'In parts' },
                hint: {
                  vi: 'Mỗi ý đúng được một phần, mỗi ý sai mất một phần; không chọn thì phải đúng hết mới có điểm',
                  en: 'Each right choice counts and each wrong one takes it away; otherwise all must be right',
                },
              },
            ]}
            values={of.partial ? [yes] : []}
            onChange={(chosen) => put({ partial: chosen.includes(yes) })}
          />
        </>
      )}
    </>
  )
}

const Numbers = ({ of, put }: PartProps) => (
  <>
    <TextField
      at="body"
      label={{ vi: 'Số đúng', en: 'The right number' }}
      required
      fault={numberFault(of.number)}
      value={of.number}
      onChange={(number) => put({ number })}
    />
    <TextField
      label={{ vi: 'Được lệch bao nhiêu', en: 'How far off is still right' }}
      hint={{ vi: '0: phải đúng số ấy', en: '0: the very number' }}
      required
      fault={numberFault(of.tolerance)}
      value={of.tolerance}
      onChange={(tolerance) => put({ tolerance })}
    />
    <TextField
      label={{ vi: 'Đơn vị tính', en: 'Unit' }}
      hint={{ vi: 'Ví dụ: đồng, ngày, điểm', en: 'For instance: days, points' }}
      maxLength={30}
      value={of.unit}
      onChange={(unit) => put({ unit })}
    />
  </>
)

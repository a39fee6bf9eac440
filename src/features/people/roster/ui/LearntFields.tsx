/** The fields of a qualification, as the paper says them. */
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import {
  type QualificationLevel,
  qualificationKinds,
  qualificationWords,
  studyForms,
  studyFormWords,
} from '../model.ts'
import { labelOf, monthFault, type TypedLearnt } from './learnt.ts'

type Props = {
  readonly learnt: TypedLearnt
  readonly levels: readonly QualificationLevel[]
  readonly onChange: (learnt: TypedLearnt) => void
}

export function LearntFields({ learnt, levels, onChange }: Props) {
  const put = (part: Partial<TypedLearnt>) => onChange({ ...learnt, ...part })
  const line = (at: 'title' | 'school' | 'number' | 'issuedBy', maxLength: number) => ({
    ...{
      at,
      maxLength,
      label: labelOf(at),
      value: learnt[at],
      onChange: (text: string) => put({ [at]: text }),
    },
  })
  return (
    <>
      <ChoiceField
        as="select"
        at="kind"
        label={labelOf('kind')}
        required
        choices={qualificationKinds.map((value) => ({ value, label: qualificationWords[value] }))}
        value={learnt.kind}
        onChange={(kind) => put({ kind, level: null })}
      />
      {learnt.kind && (
        <ChoiceField<string>
          as="select"
          at="level"
          label={labelOf('level')}
          hint={{
            vi: 'Bậc dùng để biết đã đạt chuẩn hay chưa.',
            en: 'By it the requirements of posts are told as met.',
          }}
          choices={levels
            .filter(({ kind }) => kind === learnt.kind)
            .map((one) => ({ value: one.level, label: one.said }))}
          value={learnt.level}
          onChange={(level) => put({ level })}
        />
      )}
      <TextField
        {...line('title', 200)}
        hint={{ vi: 'Ví dụ: Đại học Luật; Tiếng Mông bậc 2.', en: 'For instance: Bachelor of Law; Hmong, level 2.' }}
        required
      />
      <TextField {...line('school', 200)} />
      <ChoiceField
        as="select"
        label={labelOf('form')}
        choices={studyForms.map((value) => ({ value, label: studyFormWords[value] }))}
        value={learnt.form}
        onChange={(form) => put({ form })}
      />
      <Months learnt={learnt} put={put} />
      <TextField {...line('number', 60)} />
      <TextField {...line('issuedBy', 200)} />
    </>
  )
}

const Months = ({ learnt, put }: { learnt: TypedLearnt; put: (part: Partial<TypedLearnt>) => void }) => (
  <>
    <TextField
      label={{ vi: 'Học từ', en: 'From' }}
      at="from"
      hint={{ vi: 'Tháng/năm (09/2019) hoặc năm (2019).', en: 'Month and year (09/2019), or the year (2019).' }}
      fault={monthFault(learnt.from)}
      value={learnt.from}
      onChange={(from) => put({ from })}
      maxLength={10}
    />
    <TextField
      label={{ vi: 'Học đến', en: 'To' }}
      at="until"
      hint={{ vi: 'Đang học thì để trống.', en: 'Empty while it is under way.' }}
      fault={monthFault(learnt.until)}
      value={learnt.until}
      onChange={(until) => put({ until })}
      maxLength={10}
    />
  </>
)

/** What the dialogs of materials share: what is said of one, and what is read. */
import type { AreaId, FrameworkTopicId, QuestionId } from '#kernel/ids.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { FileField } from '#platform/web/kit/FileField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { useRead } from '#platform/web/reads.ts'
import { bodyLetters, fileTypes, materialBytes } from '../model.ts'
import { practiceQuestions } from './calls.ts'

export type TypedMaterial = {
  readonly title: string
  readonly summary: string
  readonly basis: string
  readonly form: 'file' | 'text'
  readonly body: string
  readonly questionId: QuestionId | null
}
export const noMaterial: TypedMaterial = {
  ...{ title: '', summary: '', basis: '', form: 'text', body: '', questionId: null },
}

export const aboutSent = ({ title, summary, basis }: TypedMaterial) => ({
  ...{ title: title.trim(), summary: summary.trim(), basis: basis.trim() },
})

export const lacking = {
  vi: 'Cần tên và nội dung: một tệp, hoặc bài viết tại đây.',
  en: 'The title and what is read are needed: a file, or a text.',
}

const accept = Object.values(fileTypes)
  .map(({ ending }) => `.${ending}`)
  .join(',')

type Of = TypedMaterial
type Props = { readonly of: Of; readonly onChange: (typed: Of) => void }
type ReadProps = Props & {
  readonly file: File | null
  readonly onFile: (file: File | null) => void
  /** A lesson is written here, and has a question after it. */
  readonly lesson: boolean
  readonly areaId: AreaId
  readonly topicId: FrameworkTopicId | null
}

export const AboutFields = ({ of, onChange }: Props) => (
  <>
    <TextField
      at="title"
      label={{ vi: 'Tên tài liệu', en: 'Title' }}
      required
      maxLength={200}
      value={of.title}
      onChange={(title) => onChange({ ...of, title })}
    />
    <TextField
      at="summary"
      label={{ vi: 'Tóm tắt', en: 'Summary' }}
      hint={{ vi: 'Cho ai, đọc mất bao lâu', en: 'For whom, how long it takes' }}
      lines={2}
      maxLength={1000}
      value={of.summary}
      onChange={(summary) => onChange({ ...of, summary })}
    />
    <TextField
      at="basis"
      label={{ vi: 'Căn cứ, nguồn (văn bản, điều; báo, ngày)', en: 'Source (document, article; newspaper, day)' }}
      maxLength={300}
      value={of.basis}
      onChange={(basis) => onChange({ ...of, basis })}
    />
  </>
)

export function ReadFields({ of, onChange, file, onFile, lesson, areaId, topicId }: ReadProps) {
  const written = lesson || of.form === 'text'
  return (
    <>
      {!lesson && (
        <ChoiceField<Of['form']>
          label={{ vi: 'Nội dung', en: 'What is read' }}
          required
          choices={[
            { value: 'text', label: { vi: 'Viết tại đây', en: 'Written here' } },
            { value: 'file', label: { vi: 'Một tệp', en: 'A file' } },
          ]}
          value={of.form}
          onChange={(form) => onChange({ ...of, form })}
        />
      )}
      {written ? (
        <TextField
          at="text"
          label={{ vi: 'Bài viết', en: 'Text' }}
          hint={{ vi: 'Mỗi đoạn cách nhau một dòng trống.', en: 'An empty line between paragraphs.' }}
          required
          lines={12}
          maxLength={bodyLetters}
          value={of.body}
          onChange={(body) => onChange({ ...of, body })}
        />
      ) : (
        <FileField
          at="file"
          label={{ vi: 'Tệp', en: 'File' }}
          hint={{
            vi: 'PDF, JPEG, PNG, Word, Excel, PowerPoint, MP4, MP3, chữ thuần; tối đa 50 MB. Không nhận macro, trang web.',
            en: 'PDF, JPEG, PNG, Word, Excel, PowerPoint, MP4, MP3, plain text; at most 50 MB. No macros, no web pages.',
          }}
          required
          kinds={['pdf', 'jpeg', 'png', 'workbook', 'text']}
          accept={accept}
          maxBytes={materialBytes}
          value={file}
          onChange={onFile}
        />
      )}
      {lesson && topicId && <QuestionField of={of} onChange={onChange} areaId={areaId} topicId={topicId} />}
    </>
  )
}

type QuestionProps = Props & { readonly areaId: AreaId; readonly topicId: FrameworkTopicId }
function QuestionField({ of, onChange, areaId, topicId }: QuestionProps) {
  const read = useRead(practiceQuestions, { areaId, topicId })
  const rows = read.data?.rows ?? []
  return (
    <ChoiceField<QuestionId>
      at="questionId"
      as="select"
      label={{ vi: 'Câu hỏi sau bài', en: 'Question after the lesson' }}
      hint={
        rows.length > 0
          ? {
              vi: 'Câu ôn luyện của chuyên đề; đáp án nằm trên máy người học.',
              en: 'Of the practice pool of the topic; its key is on the device.',
            }
          : {
              vi: 'Ngân hàng của đơn vị chưa có câu ôn luyện nào của chuyên đề này.',
              en: 'The bank of the unit has no practice question of the topic.',
            }
      }
      choices={rows.map(({ questionId: value, ask }) => ({ value, label: { vi: ask, en: ask } }))}
      value={of.questionId}
      onChange={(questionId) => onChange({ ...of, questionId })}
    />
  )
}

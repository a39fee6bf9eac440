/** What the founding decision says of a body. */
import { DayField } from '#platform/web/kit/DayField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { labels, type TypedBody } from './typed.ts'

type Props = { readonly body: TypedBody; readonly onChange: (body: TypedBody) => void; readonly isNew?: boolean }

export function BodyFields({ body, onChange, isNew = false }: Props) {
  const put = (part: Partial<TypedBody>) => onChange({ ...body, ...part })
  const line = (at: 'name' | 'watches' | 'watchesCode' | 'decisionNumber' | 'decidedBy', maxLength: number) => ({
    ...{ at, maxLength, label: labels[at], value: body[at], onChange: (text: string) => put({ [at]: text }) },
  })
  return (
    <>
      <TextField {...line('name', 200)} required />
      {body.kind === 'supervision' && (
        <>
          <TextField {...line('watches', 300)} required />
          <TextField {...line('watchesCode', 60)} />
        </>
      )}
      <TextField {...line('decisionNumber', 60)} required />
      <DayField
        label={labels.decidedOn}
        at="decidedOn"
        required
        value={body.decidedOn}
        onChange={(decidedOn) => put({ decidedOn })}
      />
      <TextField
        {...line('decidedBy', 200)}
        required
        hint={
          body.kind === 'supervision'
            ? { vi: 'Ủy ban Mặt trận Tổ quốc cấp xã.', en: "The commune's Front committee." }
            : undefined
        }
      />
      {isNew && (
        <DayField
          label={{ vi: 'Hoạt động từ ngày', en: 'From' }}
          at="from"
          required
          value={body.from}
          onChange={(from) => put({ from })}
        />
      )}
      <DayField
        label={labels.until}
        at="until"
        hint={{ vi: 'Để trống nếu chưa định.', en: 'Empty where no last day is set.' }}
        value={body.last}
        onChange={(last) => put({ last })}
      />
    </>
  )
}

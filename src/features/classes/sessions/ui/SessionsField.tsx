import type { ClassSessionId } from '#kernel/ids.ts'
import { ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import type { ClassSession } from '../model.ts'
import { slotSaid } from '../rules.ts'

type Props = {
  readonly of: readonly ClassSession[]
  readonly values: readonly ClassSessionId[]
  readonly onChange: (values: readonly ClassSessionId[]) => void
}

/** Which sessions somebody teaches. */
export const SessionsField = ({ of, values, onChange }: Props) =>
  of.length > 0 ? (
    <ChoicesField<ClassSessionId>
      label={{ vi: 'Dạy các buổi', en: 'Teaches the sessions' }}
      choices={of.map((session) => ({
        value: session.classSessionId,
        label: slotSaid(session),
        hint: session.topic ? `${session.topic.code}. ${session.topic.title}` : undefined,
      }))}
      values={values}
      onChange={onChange}
    />
  ) : null

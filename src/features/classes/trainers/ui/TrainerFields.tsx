import type { FrameworkTopicId } from '#kernel/ids.ts'
import { type Choice, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { type TypedTrainer, trainerLabels } from './trainer.ts'

type Props = {
  readonly of: TypedTrainer
  readonly topics: readonly Choice<FrameworkTopicId>[]
  readonly onChange: (next: TypedTrainer) => void
}

/** What is written of a trainer beside the name. */
export function TrainerFields({ of, topics, onChange }: Props) {
  const put = (part: Partial<TypedTrainer>) => onChange({ ...of, ...part })
  return (
    <>
      <TextField
        at="organisation"
        label={trainerLabels.organisation}
        hint={{ vi: 'Như ghi trên giấy mời', en: 'As it stands on a letter' }}
        maxLength={200}
        value={of.organisation}
        onChange={(organisation) => put({ organisation })}
      />
      <TextField
        at="phone"
        label={trainerLabels.phone}
        type="tel"
        maxLength={30}
        value={of.phone}
        onChange={(phone) => put({ phone })}
      />
      <TextField
        at="email"
        label={trainerLabels.email}
        maxLength={200}
        value={of.email}
        onChange={(email) => put({ email })}
      />
      {topics.length > 0 ? (
        <ChoicesField<FrameworkTopicId>
          at="topicIds"
          label={trainerLabels.topicIds}
          choices={topics}
          values={of.topicIds}
          onChange={(chosen) => put({ topicIds: chosen })}
        />
      ) : (
        <p class="hint">
          {say({
            vi: 'Tỉnh chưa có khung đào tạo nào được phê duyệt; chuyên đề ghi sau được.',
            en: 'The province has no approved framework; topics can be entered later.',
          })}
        </p>
      )}
      <TextField
        at="note"
        label={trainerLabels.note}
        maxLength={500}
        value={of.note}
        onChange={(note) => put({ note })}
      />
    </>
  )
}

/** What the dialogs of trainers share. */
import type { OpenTopic } from '#features/training/needs/model.ts'
import type { FrameworkTopicId } from '#kernel/ids.ts'
import type { Choice } from '#platform/web/kit/ChoiceField.tsx'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import type { Trainer } from '../model.ts'

export type TypedTrainer = {
  readonly organisation: string
  readonly phone: string
  readonly email: string
  readonly topicIds: readonly FrameworkTopicId[]
  readonly note: string
}
export const noTrainer: TypedTrainer = { organisation: '', phone: '', email: '', topicIds: [], note: '' }

export const trainerSeen = ({ organisation, phone, email, topics, note }: Trainer) => ({
  ...{ organisation, phone, email, note },
  topicIds: topics.map(({ topicId }) => topicId),
})
export const typedOf = ({ phone, email, ...seen }: ReturnType<typeof trainerSeen>): TypedTrainer => ({
  ...{ ...seen, phone: phone ?? '', email: email ?? '' },
})
export const trainerSent = ({ organisation, phone, email, topicIds, note }: TypedTrainer) => ({
  organisation: organisation.trim(),
  phone: phone.trim() || null,
  email: email.trim() || null,
  topicIds: [...topicIds].sort(),
  note: note.trim(),
})

/** The topics of today, and those of the trainer that no framework of today has. */
export const teachable = (open: readonly OpenTopic[], own: Trainer['topics']): Choice<FrameworkTopicId>[] => {
  const codes = new Set(own.map(({ code }) => code))
  return [
    ...own.map(({ topicId: value, code, title }) => ({ value, label: `${code}. ${title}` })),
    ...open
      .filter(({ code }) => !codes.has(code))
      .map(({ topicId: value, code, title }) => ({ value, label: `${code}. ${title}` })),
  ]
}

export const trainerLabels = {
  organisation: { vi: 'Nơi công tác', en: 'Works at' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  topicIds: { vi: 'Giảng những chuyên đề', en: 'Teaches the topics' },
  note: { vi: 'Ghi chú', en: 'Note' },
}
export const trainerWords: FieldWords = {
  label: (field) => trainerLabels[field as keyof typeof trainerLabels],
  show: (_field, value) => (Array.isArray(value) ? String(value.length) : String(value ?? '')),
}

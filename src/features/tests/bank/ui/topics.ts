import type { OpenTopic } from '#features/training/needs/model.ts'
import type { FrameworkTopicId } from '#kernel/ids.ts'
import type { Choice } from '#platform/web/kit/ChoiceField.tsx'
import { type QuestionPool, questionPools } from '../model.ts'

export const topicChoices = (topics: readonly OpenTopic[]): Choice<FrameworkTopicId>[] =>
  topics.map(({ topicId: value, code, title }) => {
    const label = `${code}. ${title}`
    return { value, label: { vi: label, en: label } }
  })

export const poolChoices: readonly Choice<QuestionPool>[] = (['test', 'practice'] as const).map((value) => ({
  value,
  label: questionPools[value],
}))

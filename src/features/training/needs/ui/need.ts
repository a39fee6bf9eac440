/** What the pages of needs share. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type { OfficialId, TrainingWishId } from '#kernel/ids.ts'
import type { Choice } from '#platform/web/kit/ChoiceField.tsx'
import type * as contract from '../contract.ts'
import type { OpenTopic } from '../model.ts'

/** Who is to be nominated, with the id of their nomination. */
export type Somebody = {
  readonly officialId: OfficialId
  readonly name: string
  readonly trainingWishId: TrainingWishId
}
/** What was just sent. */
export type Sent = { readonly people: number; readonly topicId: OpenTopic['topicId']; readonly said: OpenTopic | null }
export type NeedsAnswer = OutputOf<typeof contract.listNeeds>

/** Where several frameworks are in force, each topic with its own: their codes are the same. */
export function topicChoices(topics: readonly OpenTopic[]): Choice<OpenTopic['topicId']>[] {
  const several = new Set(topics.map(({ framework }) => framework)).size > 1
  return topics.map(({ topicId, code, title, framework }) => {
    const said = `${code}. ${title}${several && framework ? ` - ${framework}` : ''}`
    return { value: topicId, label: { vi: said, en: said } }
  })
}

/** What comes before what. */
import type { FrameworkTopicId } from '#kernel/ids.ts'

type Coded = { readonly topicId: FrameworkTopicId; readonly code: string; readonly requires: readonly string[] }

/** All topics that come before one of a framework, by way of others too; a circle, which no approved framework has, ends. */
export function allBefore(topics: readonly Coded[]): ReadonlyMap<FrameworkTopicId, readonly FrameworkTopicId[]> {
  const byCode = new Map(topics.map((topic) => [topic.code, topic]))
  const before = (topic: Coded, found: Set<FrameworkTopicId>): Set<FrameworkTopicId> => {
    for (const code of topic.requires) {
      const one = byCode.get(code)
      if (!one || found.has(one.topicId)) continue
      before(one, found.add(one.topicId))
    }
    return found
  }
  return new Map(topics.map((topic) => [topic.topicId, [...before(topic, new Set())]]))
}

type Ordered = { readonly topicId: FrameworkTopicId; readonly before: readonly FrameworkTopicId[] }

/** Topics in steps: before those of a step come only topics of earlier ones. */
export function stepsOf<T extends Ordered>(topics: readonly T[]): T[][] {
  const steps: T[][] = []
  let left = [...topics]
  while (left.length > 0) {
    const waiting = new Set(left.map(({ topicId }) => topicId))
    const ready = left.filter(({ topicId, before }) => !before.some((one) => one !== topicId && waiting.has(one)))
    const step = ready.length > 0 ? ready : left
    steps.push(step)
    left = left.filter((one) => !step.includes(one))
  }
  return steps
}

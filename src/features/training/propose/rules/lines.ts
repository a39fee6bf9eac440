/** Classes as the lines of a plan. */
import type { AreaId, FrameworkTopicId, OfficialId } from '#kernel/ids.ts'

type Class<W> = {
  readonly topicId: FrameworkTopicId
  readonly placeId: AreaId
  readonly weeks: readonly W[]
  readonly people: number
  readonly officialIds: readonly OfficialId[]
}
/** A line as a plan takes it: all classes of one topic at one place. */
type Line<W> = {
  readonly topicId: FrameworkTopicId
  readonly placeAreaId: AreaId
  readonly weeks: W[]
  readonly people: number
  readonly classes: number
  readonly officialIds: OfficialId[]
}

/** A line a topic and place, in the order in which the first of its classes stands. */
export function linesOf<W extends string | number>(classes: readonly Class<W>[]): Line<W>[] {
  const lines = new Map<string, Line<W>>()
  for (const { topicId, placeId, weeks, people, officialIds } of classes) {
    const key = `${topicId} ${placeId}`
    const line = lines.get(key)
    lines.set(key, {
      ...{ topicId, placeAreaId: placeId, classes: (line?.classes ?? 0) + 1, people: (line?.people ?? 0) + people },
      weeks: [...new Set([...(line?.weeks ?? []), ...weeks])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
      officialIds: [...(line?.officialIds ?? []), ...officialIds],
    })
  }
  return [...lines.values()]
}

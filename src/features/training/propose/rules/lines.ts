/** A proposal as the lines of a plan. */
import type { PlainDate } from '#kernel/dates.ts'
import type { OfficialId } from '#kernel/ids.ts'
import type { Proposal, ProposedLine } from '../model.ts'

/** A line a topic and place, in the order in which the first of its classes stands. */
export function linesOf({ classes }: Pick<Proposal, 'classes'>): ProposedLine[] {
  const lines = new Map<string, ProposedLine>()
  for (const { topicId, placeId, weeks, officialIds } of classes) {
    const key = `${topicId} ${placeId}`
    const line = lines.get(key)
    const people: OfficialId[] = [...(line?.officialIds ?? []), ...officialIds]
    const when: PlainDate[] = [...new Set([...(line?.weeks ?? []), ...weeks])].sort()
    lines.set(key, {
      ...{ topicId, placeAreaId: placeId, weeks: when, classes: (line?.classes ?? 0) + 1 },
      ...{ peopleCount: people.length, officialIds: people },
    })
  }
  return [...lines.values()]
}

/** A proposal for a province: 8,000 needs of 136 communes; beside sorting the same needs, in the same run. JSON lines on stdout. */
import type { ProposalInput } from '#features/training/propose/model.ts'
import { propose } from '#features/training/propose/rules/propose.ts'
import { addDays, plainDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId, OfficialId } from '#kernel/ids.ts'

/** The same invented province on every run: communes on a square of 60 km, one person in 2 or 3 of 16 topics. */
function province(needs: number): ProposalInput {
  let state = 20_270_104
  const roll = (sides: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % sides
  }
  const communes = Array.from({ length: 136 }, (_, at) => ({ id: `c${at}` as AreaId, x: roll(60), y: roll(60) }))
  const topics = Array.from({ length: 16 }, (_, at) => ({
    topicId: `t${at}` as FrameworkTopicId,
    days: 1 + roll(6),
    before: [],
  }))
  return {
    wanted: Array.from({ length: needs }, (_, at) => {
      const who = at % 3_200
      return {
        ...{ officialId: `p${who}` as OfficialId, topicId: topics[(who + Math.floor(at / 3_200) * 5) % 16]?.topicId },
        ...{ homeId: communes[who % 136]?.id, priority: who % 3 },
      }
    }) as ProposalInput['wanted'],
    topics,
    taken: [],
    placeIds: communes.map(({ id }) => id),
    ways: communes.flatMap((a) =>
      communes.map((b) => ({ fromId: a.id, toId: b.id, far: Math.hypot(a.x - b.x, a.y - b.y) })),
    ),
    limits: { largestClass: 40, fromOnePlace: 40, daysInARow: 3, furthest: 20, closed: [] },
    weeks: Array.from({ length: 40 }, (_, at) => addDays(plainDate('2027-01-04'), 7 * at)),
  }
}

const milliseconds = (work: () => unknown): number => {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1e6
}

export async function run(): Promise<void> {
  const input = province(8_000)
  propose(input)
  const { classes, uncovered } = propose(input)
  const took = [1, 2, 3].map(() => milliseconds(() => propose(input))).sort((a, b) => a - b)[1] ?? 0
  const sorting = milliseconds(() => [...input.wanted].sort((a, b) => (a.officialId < b.officialId ? -1 : 1)))
  const perTopic = new Map<string, number>()
  for (const { topicId } of input.wanted) perTopic.set(topicId, (perTopic.get(topicId) ?? 0) + 1)
  const least = [...perTopic.values()].reduce((sum, count) => sum + Math.ceil(count / 40), 0)
  const line = (data: object) => console.log(JSON.stringify({ bench: 'proposal', ...data }))
  line({ needs: input.wanted.length, classes: classes.length, least, uncovered: uncovered.length })
  line({ what: 'proposal', milliseconds: Math.round(took), aim: 5_000, toSort: took / sorting })
}

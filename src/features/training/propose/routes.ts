import { can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { limitSaid } from '../limits/rules.ts'
import { closedWeeks } from '../plan/rules/weeks.ts'
import { classColumns, seatColumns, topicColumns } from './columns.ts'
import * as contract from './contract.ts'
import { readProposal } from './inputs.ts'
import { seatStates } from './model.ts'
import { draftsOf, outsideOf, programmeFor, type TopicOf, unnamedIn } from './queries.ts'
import { numberOf } from './rules/ask.ts'
import { classRows, lacksOf, seatRows, topicRows, waysOf, worked } from './rules/report.ts'

const pageSize = 50
type Asking = Call<typeof contract.showProposal>
type Window = { readonly page: number; readonly size: number }

const chosenFrom = ({ topicId, code, title, framework }: TopicOf) => ({ topicId, code, title, framework })

const show = read(contract.showProposal, {
  look: async (call) => {
    const facts = await readProposal(call)
    const { actor, db, input } = call
    const mayPlan = can(actor, 'training.plan', facts.over)
    const { areaId, year, day } = facts
    return {
      ...{ facts, actor, drafts: mayPlan ? await draftsOf(db, input.areaId, input.year) : [] },
      programme: await programmeFor(db, { areaId, year, over: facts.over }, facts.topics),
      outside: await outsideOf(db, { areaId, day }, facts.chosen),
      unnamed: await unnamedIn(
        db,
        { areaId, day, year },
        facts.topics.map(({ topicId }) => topicId),
      ),
    }
  },
  // Thousands of needs take a tenth of a second: no connection waits for them.
  work: async (_outside, { facts, actor, drafts, programme, outside, unnamed }) => {
    const proposal = worked(facts)
    const rows = seatRows(proposal, facts)
    const of = (state: string) => rows.filter((row) => row.state === state).length
    const topics = topicRows(rows, proposal, facts)
    const classes = classRows(proposal, facts)
    const { areaId, day, year, names, over, open, places, laidDown } = facts
    return {
      ...{ outside, unnamed, closed: closedWeeks(year, laidDown) },
      largestClass: numberOf(laidDown, 'largest_class'),
      furthestWay: numberOf(laidDown, 'furthest_way'),
      ...{ day, areaName: names.get(areaId) ?? '', lacks: lacksOf(facts), topics, drafts },
      limits: laidDown.map(({ kind, legalReference, mark, ...says }) => ({
        ...{ kind, legalReference, mark, says: limitSaid(kind, says) },
      })),
      ...{ needed: rows.length, people: new Set(rows.map(({ officialId }) => officialId)).size },
      ...{ seated: of('seated'), planned: of('planned'), covered: of('covered'), uncovered: of('uncovered') },
      least: topics.reduce((sum, topic) => sum + topic.least, 0),
      ...{ classes, ways: waysOf(classes, facts) },
      open: open.map(chosenFrom),
      places: places.map((place) => ({ ...place })),
      programme,
      can: buttonsFor(contract.proposalButtons, { actor, over }),
    }
  },
  act: async (_call, answer) => answer,
})

const filtersOf = ({ input }: Asking, open: readonly { topicId: string; code: string }[]) => [
  { vi: `năm ${input.year}`, en: `of ${input.year}` },
  ...(input.coveredToo
    ? [{ vi: 'cả người có chỗ trong kế hoạch năm khác', en: 'with those seated in other years' }]
    : []),
  ...(input.weeks ? [{ vi: `tuần ${input.weeks}`, en: `weeks ${input.weeks}` }] : []),
  ...(input.topics
    ? [{ vi: 'chuyên đề', en: 'topics' }].map(({ vi, en }) => {
        const codes = open.filter(({ topicId }) => input.topics?.includes(topicId)).map(({ code }) => code)
        return { vi: `${vi} ${codes.join(', ')}`, en: `${en} ${codes.join(', ')}` }
      })
    : []),
]

async function listed(call: Asking) {
  const facts = await readProposal(call)
  const of = { place: facts.names.get(facts.areaId) ?? '', filters: filtersOf(call, facts.open) }
  return { facts, proposal: worked(facts), of }
}
const classes = fileOf(
  contract.classesFile,
  async (call) => {
    const { facts, proposal, of } = await listed(call)
    const title = { vi: 'Đề xuất mở lớp', en: 'Proposed classes' }
    return { rows: classRows(proposal, facts), columns: classColumns(call.input.year), title, ...of }
  },
  { whole: true },
)
const topics = fileOf(
  contract.topicsFile,
  async (call) => {
    const { facts, proposal, of } = await listed(call)
    const title = { vi: 'Đề xuất theo chuyên đề', en: 'Proposal by topic' }
    return { rows: topicRows(seatRows(proposal, facts), proposal, facts), columns: topicColumns, title, ...of }
  },
  { whole: true },
)

type Narrowed = Pick<Call<typeof contract.listSeats>['input'], 'state' | 'topic' | 'class'>
/** Who of a proposal is asked for. */
function seatsAmong(facts: Awaited<ReturnType<typeof readProposal>>, asked: Narrowed, { page, size }: Window) {
  const rows = seatRows(worked(facts), facts).filter(
    (row) =>
      (!asked.state || row.state === asked.state) &&
      (!asked.topic || row.topicId === asked.topic) &&
      (!asked.class || row.number === asked.class),
  )
  return { total: rows.length, rows: rows.slice((page - 1) * size, page * size) }
}

const people = read(contract.listSeats, {
  look: readProposal,
  work: async ({ input }, facts) => ({
    areaName: facts.names.get(facts.areaId) ?? '',
    ...seatsAmong(facts, input, { page: input.page ?? 1, size: pageSize }),
    topics: facts.topics.map(chosenFrom),
  }),
  act: async (_call, answer) => answer,
})

const peopleFile = fileOf(contract.seatsFile, async (call, window) => {
  const facts = await readProposal(call)
  const { rows, total } = seatsAmong(facts, call.input, window)
  const { state, topic, class: number } = call.input
  const of = facts.open.find(({ topicId }) => topicId === topic)
  return {
    rows,
    more: total > window.page * window.size,
    columns: seatColumns(call.input.year),
    title: { vi: 'Người học trong đề xuất', en: 'People of the proposal' },
    place: facts.names.get(facts.areaId) ?? '',
    filters: [
      ...filtersOf(call, facts.open),
      ...(state ? [seatStates[state]] : []),
      ...(of ? [{ vi: of.title, en: of.title }] : []),
      ...(number ? [{ vi: `lớp ${number}`, en: `class ${number}` }] : []),
    ],
  }
})

export const proposalRoutes: Route[] = [show, classes, topics, people, peopleFile]

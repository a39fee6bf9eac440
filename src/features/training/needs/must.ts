/** What is asked of who is nominated for a topic, before it is written. */
import { levelWords } from '#features/areas/words.ts'
import { mustLive, notThere } from '#features/people/roster/must.ts'
import { officialsOf, wentInto } from '#features/people/roster/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId, OfficialId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { areaConditions, audiencePosts, levelsOfPost } from '../frameworks/model.ts'
import { needProblem } from './problems.ts'
import { openTopics } from './queries.ts'
import * as nominees from './store/nominees.ts'

/** A topic that stands over the area today. */
export async function mustBeOpen(db: Db, topicId: FrameworkTopicId, at: { areaId: AreaId; day: PlainDate }) {
  const topic = (await openTopics(db, at)).find((one) => one.topicId === topicId)
  if (!topic) throw needProblem('need.topic_not_open')
  return topic
}

const mostNamed = 10
/** Who they are, for a sentence; who cannot be named here is counted. */
async function said(db: Db, officials: readonly OfficialId[]) {
  const named = (await officialsOf(db, officials.slice(0, mostNamed))).map(({ name }) => name)
  const more = officials.length - named.length
  if (more === 0) return named.join(', ')
  return {
    vi: [...named, `${more} người khác`].join(', '),
    en: [...named, more === 1 ? '1 more' : `${more} more`].join(', '),
  }
}

/** Refuses all where one is not of the unit, has died, or is nominated already. */
export async function mustBeNominable(
  db: Db,
  officials: readonly OfficialId[],
  { areaId, topicId, day }: { areaId: AreaId; topicId: FrameworkTopicId; day: PlainDate },
) {
  if (new Set(officials).size < officials.length) throw needProblem('need.named_twice')
  // Who has died is in no roster of the day.
  await mustLive(db, officials, { from: day, until: null })
  const here = new Set(await nominees.ofArea(db, officials, { areaId, day }))
  const others = officials.filter((one) => !here.has(one))
  for (const one of others) if (await wentInto(db, one)) throw await notThere(db, one)
  if (others.length > 0) throw needProblem('need.not_of_area', { names: await said(db, others) })
  const taken = await nominees.wishedBy(db, officials, { source: 'nominated', topicId, day })
  if (taken.length > 0)
    throw needProblem('need.nominated_already', { names: await said(db, taken), officialIds: taken })
}

/** Nobody where the topic is for everybody, or for people who hold no post of the roster. */
async function notAmong(
  db: Db,
  officials: readonly OfficialId[],
  of: nominees.Audience & { areaId: AreaId; day: PlainDate },
) {
  const known = of.conditions.length > 0 && (await nominees.knowsAny(db, of.conditions, of.areaId))
  const conditions = known ? of.conditions : []
  if (of.posts.some((post) => levelsOfPost[post] === null)) return []
  if (of.posts.length + of.levels.length + conditions.length === 0) return []
  return nominees.notMeant(db, officials, { ...of, conditions })
}

/** "Trưởng thôn, bản, tổ dân phố; cấp xã, thôn" */
function audienceSaid({ posts, levels, conditions }: nominees.Audience): Said {
  const of = (language: 'vi' | 'en') =>
    [
      posts.map((post) => audiencePosts[post][language]).join(', '),
      levels.map((level) => levelWords[level][language].toLowerCase()).join(', '),
      conditions.map((one) => areaConditions[one][language]).join(', '),
    ]
      .filter(Boolean)
      .join('; ')
  return { vi: of('vi'), en: of('en') }
}

const askedWords = {
  'need.gone': { vi: 'đã nghỉ hưu hoặc thôi việc', en: 'retired or gone' },
  'need.seated': { vi: 'đã có chỗ học chuyên đề này', en: 'with a seat in this topic already' },
  'need.not_audience': { vi: 'không thuộc đối tượng của chuyên đề', en: 'not those whom the topic is for' },
} as const satisfies Record<string, Said>

/** "đã nghỉ hưu hoặc thôi việc: A; không thuộc đối tượng của chuyên đề: B" */
async function allSaid(
  db: Db,
  found: readonly { readonly code: keyof typeof askedWords; readonly of: readonly OfficialId[] }[],
): Promise<Said> {
  const parts: Said[] = []
  for (const { code, of } of found) {
    const [words, names] = [askedWords[code], await said(db, of)]
    const [vi, en] = typeof names === 'string' ? [names, names] : [names.vi, names.en]
    parts.push({ vi: `${words.vi}: ${vi}`, en: `${words.en}: ${en}` })
  }
  return { vi: parts.map(({ vi }) => vi).join('; '), en: parts.map(({ en }) => en).join('; ') }
}

/** Asks about who has a seat for the topic already, who has left, and whom it is not for. */
export async function mustBeMeant(
  db: Db,
  officials: readonly OfficialId[],
  at: { areaId: AreaId; topicId: FrameworkTopicId; day: PlainDate },
) {
  const { seated, gone } = await nominees.seatedOrGone(db, officials, at)
  const audience = await nominees.audienceOf(db, at.topicId)
  // Of who has left that is asked, not for whom the topic is.
  const here = officials.filter((one) => !gone.includes(one))
  const others = audience ? await notAmong(db, here, { ...at, ...audience }) : []
  const asked = [
    { code: 'need.gone', of: gone },
    { code: 'need.seated', of: seated },
    { code: 'need.not_audience', of: others },
  ] as const
  const found = asked.filter(({ of }) => of.length > 0)
  const [first] = found
  if (!first) return
  const facts = { officialIds: [...new Set(found.flatMap(({ of }) => of))] }
  if (found.length === 1) {
    const meant = audience ? audienceSaid(audience) : ''
    throw needProblem(first.code, { ...facts, names: await said(db, first.of), audience: meant })
  }
  // One answer is for all that is asked, so all of it is said.
  throw needProblem('need.several', { ...facts, asked: await allSaid(db, found) })
}

import { mustBeAble } from '#features/areas/must.ts'
import { childrenOf, namesOn } from '#features/areas/queries.ts'
import { depthOf } from '#features/areas/words.ts'
import { mustFind } from '#features/people/roster/must.ts'
import { posts } from '#features/people/roster/queries.ts'
import { openTopics } from '#features/training/needs/queries.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import { ethnicGroups } from '#kernel/ethnicity.ts'
import type { AreaId } from '#kernel/ids.ts'
import { sexes, sexWords } from '#kernel/persons.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { yearsOfClasses } from '../list/queries.ts'
import { figureColumns, ownTurnColumns, turnColumns } from './columns.ts'
import * as contract from './contract.ts'
import { type Figure, organisers, type TurnsBy, turnViews } from './model.ts'
import { type Filters, figuresOf, topicsNamed, turnsAt, turnsOf, unitsNamed } from './queries.ts'

const pageSize = 50
const same = (text: string): Said => ({ vi: text, en: text })
const ofNone: Readonly<Record<TurnsBy, Said>> = {
  post: { vi: 'không giữ chức danh', en: 'in no post' },
  topic: { vi: 'không theo chuyên đề', en: 'of no topic' },
  unit: { vi: 'chính đơn vị này', en: 'the unit itself' },
  ...{ year: same(''), organiser: same(''), sex: same(''), ethnicity: same('') },
}

type Figures = Call<typeof contract.turnFigures>
/** The keys that were found in the order in which they are read, each in words. */
async function inOrder({ db, input, today }: Figures, keys: readonly string[]) {
  const only = (all: readonly { key: string; said: Said }[]) => all.filter(({ key }) => keys.includes(key))
  switch (input.by) {
    case 'post':
      return only((await posts(db)).map(({ post, said }) => ({ key: post, said })))
    case 'topic':
      return topicsNamed(db, keys, today)
    case 'unit':
    case 'organiser':
      return unitsNamed(db, keys, today)
    case 'sex':
      return only(sexes.map((key) => ({ key, said: sexWords[key] })))
    case 'ethnicity':
      return only(ethnicGroups.map(({ code, name }) => ({ key: code, said: same(name) })))
    case 'year':
      return [...keys]
        .sort()
        .toReversed()
        .map((key) => ({ key, said: same(key) }))
  }
}

type Counted = Awaited<ReturnType<typeof figuresOf>>
function rowOf(all: Counted, key: string | null): Omit<Figure, 'key' | 'said'> {
  const of = all.filter((one) => one.key === key)
  const at = (level: keyof typeof organisers) => of.find((one) => one.level === depthOf(level))?.turns ?? 0
  const whole = of.find(({ level }) => level === null)
  return {
    ...{ province: at('province'), district: at('district'), commune: at('commune') },
    ...{ turns: whole?.turns ?? 0, persons: whole?.persons ?? 0 },
  }
}

async function figures(call: Figures) {
  const { db, actor, input, today } = call
  const { areaId, by, ...of } = input
  await mustBeAble({ db, actor }, 'training.read', areaId)
  const units = by === 'unit' ? (await childrenOf(db, areaId, today)).map((one) => one.areaId) : []
  const found = await figuresOf(db, { areaId, ...of }, { by, units })
  const all = await figuresOf(db, { areaId, ...of }, { by: 'all', units: [] })
  const keys = [...new Set(found.flatMap(({ key }) => key ?? []))]
  const named: { key: string | null; said: Said }[] = await inOrder(call, keys)
  if (found.some(({ key }) => key === null)) named.push({ key: null, said: ofNone[by] })
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    rows: named.map((one) => ({ ...one, ...rowOf(found, one.key) })),
    total: rowOf(all, null),
  }
}

const organiserNamed = async (db: Db, id: AreaId | undefined, today: PlainDate) =>
  (id && (await namesOn(db, [id], today)).get(id)) || null

const showFigures = read(contract.turnFigures, async (call) => {
  const { db, input, today } = call
  return {
    ...(await figures(call)),
    posts: (await posts(db)).map(({ post, said }) => ({ post, said })),
    topics: await openTopics(db, { areaId: input.areaId, day: today }),
    organiserName: await organiserNamed(db, input.organiserId, today),
    years: [...new Set([yearOf(today), ...(await yearsOfClasses(db, input.areaId))])].sort().toReversed(),
  }
})

type Asking = { readonly db: Db; readonly today: PlainDate; readonly input: Filters }
async function filtersSaid({ db, input, today }: Asking) {
  const { level, post, topicId, year, sex, ethnicity, organiserId } = input
  const organiser = await organiserNamed(db, organiserId, today)
  const topic = topicId && (await topicsNamed(db, [topicId], today))[0]
  const held = post && (await posts(db)).find((one) => one.post === post)
  const group = ethnicGroups.find(({ code }) => code === ethnicity)
  return [
    ...(year ? [{ vi: `năm ${year}`, en: `of ${year}` }] : []),
    ...(level ? [organisers[level]] : []),
    ...(organiser ? [same(organiser)] : []),
    ...(post ? [held ? held.said : ofNone.post] : []),
    ...(topic ? [topic.said] : []),
    ...(sex ? [sexWords[sex]] : []),
    ...(ethnicity ? [group ? same(group.name) : { vi: 'dân tộc thiểu số', en: 'ethnic minorities' }] : []),
  ]
}

const figuresFile = fileOf(
  contract.turnFiguresFile,
  async (call) => {
    const { rows, total, areaName } = await figures(call)
    const { by } = call.input
    const all = { key: null, said: { vi: 'Tổng cộng', en: 'Total' }, ...total }
    return {
      rows: [...rows, all],
      columns: figureColumns(by),
      title: {
        vi: `Lượt học theo: ${turnViews[by].vi.toLowerCase()} (dòng cộng kể mỗi lượt, mỗi người một lần)`,
        en: `Turns by ${turnViews[by].en.toLowerCase()} (the sum counts each turn and each person once)`,
      },
      place: areaName,
      filters: await filtersSaid(call),
    }
  },
  { whole: true },
)

type Window = { readonly page: number; readonly size: number }
async function listed({ db, actor, input, today }: Call<typeof contract.listTurns>, { page, size }: Window) {
  await mustBeAble({ db, actor }, 'training.read', input.areaId)
  const { rows, total } = await turnsAt(db, input, { today, page, size })
  return {
    areaName: (await namesOn(db, [input.areaId], today)).get(input.areaId) ?? '',
    total,
    rows: rows.map(({ total: _total, ...row }) => row),
  }
}
const list = read(contract.listTurns, (call) => listed(call, { page: call.input.page ?? 1, size: pageSize }))
const listFile = fileOf(contract.turnsFile, async (call, window) => {
  const { rows, total, areaName } = await listed(call, window)
  const q = call.input.q?.trim()
  return {
    rows,
    more: total > window.page * window.size,
    columns: turnColumns,
    title: { vi: 'Lượt học', en: 'Turns' },
    place: areaName,
    filters: [...(await filtersSaid(call)), ...(q ? [{ vi: `tìm "${q}"`, en: `search "${q}"` }] : [])],
  }
})

async function ofOfficial({ db, input, today }: Call<typeof contract.officialTurns>) {
  const { officialId, name } = await mustFind(db, input.officialId)
  return { name, turns: await turnsOf(db, officialId, today) }
}
const showOfficial = read(contract.officialTurns, ofOfficial)
const officialFile = fileOf(
  contract.officialTurnsFile,
  async (call) => {
    const { name, turns } = await ofOfficial(call)
    return { rows: turns, columns: ownTurnColumns, title: { vi: `Lượt học: ${name}`, en: `Turns: ${name}` } }
  },
  { whole: true },
)

export const turnRoutes: Route[] = [showFigures, figuresFile, list, listFile, showOfficial, officialFile]

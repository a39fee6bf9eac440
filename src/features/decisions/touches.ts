/** What the decisions hold of a household, a unit and a round: drafts, classes and certificates. */
import { type RawBuilder, sql } from 'kysely'
import { unitBack, unitGone, unitMovedBack } from '#features/areas/events.ts'
import { overOf } from '#features/areas/must.ts'
import { overAs } from '#features/areas/queries.ts'
import { stands } from '#features/households/onDay.ts'
import { nobodyElseAt } from '#features/people/queries.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { fill, type Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { type Intent, type Touch, type Touched, untold } from '#platform/server/touches.ts'
import { decisionProblem } from './problems.ts'
import { endCertificates } from './queries/certificates.ts'

const open = {
  drafted: { vi: 'Dự thảo quyết định có tên ở đây', en: 'Drafts of decisions that name it' },
  printed: { vi: 'Quyết định đã in, đang chờ ký, có tên ở đây', en: 'Decisions that name it, waiting to be signed' },
}
const openStates = Object.keys(open)
const classes = { vi: 'Diện nghèo, cận nghèo đang hưởng', en: 'Classes of poor and near-poor held' }
const certificates = { vi: 'Giấy chứng nhận đang có giá trị', en: 'Certificates in force' }

type Held = { readonly classes: number; readonly certificates: number }

/** Classes that hold on the day with the certificates of their decisions. `whose`: a condition on `c`; `of`: where they can be seen. */
async function heldOn(
  db: Db,
  { whose, day }: { readonly whose: RawBuilder<unknown>; readonly day: PlainDate },
  of: Pick<Touched, 'opens'> = {},
): Promise<Touched[]> {
  const { rows } = await sql<Held>`
    select count(*)::int as classes, count(p.id)::int as certificates
      from household_class c join household h on h.household_id = c.household_id
       and ${stands('h', day)}
      left join certificate p on p.household_id = c.household_id and p.decision_id = c.decision_id and p.replaced_by is null
     where ${whose} and c.class in ('poor', 'near_poor')
       and ${validOn('c', day)}`.execute(db)
  return rows.flatMap((row) => [
    { what: classes, count: row.classes, ...of },
    { what: certificates, count: row.certificates, ...of },
  ])
}

const corrections = { vi: 'Đính chính đang chờ ký', en: 'Corrections waiting to be signed' }

type Waiting = { readonly id: string; readonly over: readonly AreaId[] }

/** Corrections that are not signed yet, each with its page. `whose`: a condition on `x`. */
async function openCorrections(db: Db, whose: RawBuilder<unknown>): Promise<Touched[]> {
  const { rows } = await sql<Waiting>`
    select x.id, ${overAs(sql`x.area_id`)} as over from correction x where x.state = 'drafted' and ${whose} order by x.drafted_at`.execute(
    db,
  )
  return rows.map(({ id, over }) => ({
    what: corrections,
    count: 1,
    opens: { page: `/dinh-chinh/${id}`, right: 'round.read' as const, over },
  }))
}

type Open = Waiting & { readonly state: keyof typeof open }

/** Decisions that are not signed yet, each with its page. `whose`: a condition on `d`. */
async function openDecisions(db: Db, whose: RawBuilder<unknown>): Promise<Touched[]> {
  const { rows } = await sql<Open>`
    select d.id, d.state, ${overAs(sql`d.area_id`)} as over from decision d where d.state = any (${openStates}) and ${whose} order by d.drafted_at`.execute(
    db,
  )
  return rows.map(({ id, state, over }) => ({
    what: open[state],
    count: 1,
    opens: { page: `/quyet-dinh/${id}`, right: 'round.read' as const, over },
  }))
}

type Since = {
  readonly id: string
  readonly kind: keyof typeof pages
  readonly state?: string
  readonly number: string | null
  readonly signedOn: PlainDate | null
  readonly over: readonly AreaId[]
  /** Whose correction it is, of one that waits. */
  readonly about?: string | null
}

const pages = { decision: '/quyet-dinh', correction: '/dinh-chinh' }

/** Undoing what a decision stands on; calling somebody, or the whole household, a mistake. */
const standOn: ReadonlySet<string> = new Set(['household.undone', 'household.persons_joined', 'household.ended'])

/**
 * Decisions on the household, and corrections in force, that were fixed for signing after what is to be undone was recorded,
 * or after somebody was entered for the second time, the last first.
 */
const decisionsSince = async (db: Db, { id, act, since }: Intent): Promise<Since[]> =>
  since && standOn.has(act)
    ? (
        await sql<Since>`select d.id, d.kind, d.state, d.number, d.signed_on as "signedOn", ${overAs(sql`d.area_id`)} as over
          from decisions_since(${id}, ${since}) d`.execute(db)
      ).rows
    : []

/** "số 12/QĐ-UBND ngày 20/11/2026"; one that is not signed yet has neither; a correction is called so. */
const named = ({ kind, number, signedOn }: Since): Said => {
  if (!number || !signedOn) return { vi: 'đã in, đang chờ ký', en: 'waiting to be signed' }
  const said = { vi: `số ${number} ngày ${showDate(signedOn)}`, en: `no. ${number} of ${showDate(signedOn)}` }
  return kind === 'correction' ? { vi: `đính chính ${said.vi}`, en: `that corrects it, ${said.en},` } : said
}

const standing = (decision: Since): Touched => {
  const { vi, en } = named(decision)
  const page = `${pages[decision.kind]}/${decision.id}`
  return {
    what: { vi: `Quyết định ${vi} đã dựa vào việc này`, en: `The decision ${en} stands on it` },
    count: 1,
    opens: { page, right: 'round.read', over: decision.over },
  }
}

const signing = {
  decision: { vi: 'Quyết định chưa có hiệu lực, in người này ký', en: 'Decisions not in force that print this signer' },
  correction: {
    vi: 'Đính chính chưa có hiệu lực, in người này ký',
    en: 'Corrections not in force that print this signer',
  },
  left: {
    vi: 'Đính chính chờ ký mà không còn công chức nào khác làm tiếp',
    en: 'Corrections that no other official could carry on',
  },
}

/** What is printed to be signed by who loses the chair's grant; and, of the last official, the corrections that nobody carries on. */
async function heldBySigner(db: Db, { id, grant, on }: Intent): Promise<Touched[]> {
  if (!grant) return []
  const under = sql`(select a.area_id from area_reach a where a.over_id = ${grant.areaId})`
  if (grant.role === 'commune_official') {
    const whose = sql`x.area_id in ${under} and ${nobodyElseAt(sql`x.area_id`, grant, on)}`
    return (await openCorrections(db, whose)).map((one) => ({ ...one, what: signing.left }))
  }
  if (grant.role !== 'commune_chair') return []
  const decisions = await openDecisions(db, sql`d.signer_id = ${id} and d.area_id in ${under}`)
  const corrections = await openCorrections(db, sql`x.signer_id = ${id} and x.area_id in ${under}`)
  return [
    ...decisions.map((one) => ({ ...one, what: signing.decision })),
    ...corrections.map((one) => ({ ...one, what: signing.correction })),
  ]
}

/** What forbids that a change of a unit is undone: in force for good, else until it is withdrawn; the last first. */
async function restingOn(db: Db, { id, act, since }: Intent): Promise<Since[]> {
  const isMoved = act === unitMovedBack && since !== undefined
  if (!isMoved && act !== unitBack && act !== unitGone) return []
  const papers = isMoved ? sql`decisions_under(${id}, ${since})` : sql`decisions_resting(${id})`
  const { rows } = await sql<Since>`
    select d.id, d.kind, d.state, d.number, d.signed_on as "signedOn", d.about, ${overAs(sql`d.area_id`)} as over
      from ${papers} d`.execute(db)
  return rows
}

const waits = {
  drafted: { vi: '{n} dự thảo quyết định', en: '{n} drafts of decisions' },
  printed: { vi: '{n} quyết định đã in, đang chờ ký', en: '{n} decisions that wait to be signed' },
  corrections: { vi: 'đính chính đang chờ ký về hộ {names}', en: 'corrections waiting to be signed of {names}' },
}

/** "1 quyết định đã in, đang chờ ký; đính chính đang chờ ký về hộ Lò Thị Đi": what can be withdrawn. */
function waitingSaid(rows: readonly Since[]): Said {
  const decisions = (state: 'drafted' | 'printed') =>
    rows.filter((row) => row.kind === 'decision' && row.state === state).length
  const names = rows.flatMap(({ kind, about }) => (kind === 'correction' && about ? [about] : []))
  const said = (language: keyof Said) =>
    [
      ...(['drafted', 'printed'] as const).flatMap((state) => {
        const n = decisions(state)
        return n > 0 ? [fill(waits[state][language], { n })] : []
      }),
      ...(names.length > 0 ? [fill(waits.corrections[language], { names: names.slice(0, 20).join(', ') })] : []),
    ].join('; ')
  return { vi: said('vi'), en: said('en') }
}

/** Corrections that must be withdrawn before a unit's move is undone, each with its page. */
async function correctionsInTheWay(db: Db, intent: Intent): Promise<Touched[]> {
  const waiting = (await restingOn(db, intent)).filter(
    ({ kind, state }) => kind === 'correction' && state === 'drafted',
  )
  return waiting.map(({ id, about, over }) => ({
    what: {
      vi: `Đính chính đang chờ ký về hộ ${about}, phải rút trước`,
      en: `A correction of ${about} that waits to be signed and must be withdrawn first`,
    },
    count: 1,
    opens: { page: `${pages.correction}/${id}`, right: 'round.read' as const, over },
  }))
}

const ending: ReadonlySet<string> = new Set(['household.ended', 'household.merged'])

/** Decisions in force that were signed after the household would have ended. */
async function askedOf(db: Db, { id, act, on }: Intent): Promise<Said[]> {
  if (!ending.has(act)) return []
  const { rows } = await sql<Since>`select * from decisions_signed_after(${id}, ${on})`.execute(db)
  return rows.map((row) => {
    const [name, day, signed] = [named(row), showDate(on), showDate(row.signedOn ?? on)]
    return {
      vi: `Quyết định ${name.vi} có tên hộ này, mà ngày kết thúc ${day} sớm hơn ngày ký. Nếu đến ngày ký hộ vẫn còn, hãy ghi kết thúc từ ngày ${signed} trở đi. Nếu đúng là hộ đã hết từ trước, nêu lý do: diện và giấy chứng nhận theo quyết định ấy chỉ tính đến ngày ${day}; chưa bắt đầu thì không có hiệu lực ngày nào.`,
      en: `The decision ${name.en} names this household, and was signed after ${day}. If the household still stood on the day of signing, let it end from ${signed}. If it had ended before, say why: class and certificate by that decision hold until ${day} only, and on no day where they had not begun.`,
    }
  })
}

export const decisionTouches: readonly Touch[] = [
  { of: 'official', holds: heldBySigner },
  { of: 'round', holds: (db, { id }) => openDecisions(db, sql`d.round_id = ${id}`) },
  {
    of: 'household',
    follows: (db, id) => sql`select decision_rows_follow(${id})`.execute(db),
    ends: endCertificates,
    asks: askedOf,
    forbids: async (db, intent) => {
      const since = await decisionsSince(db, intent)
      // What is in force forbids it for good; a print until it is withdrawn.
      const last = since.find(({ state }) => state === 'in_force') ?? since[0]
      if (!last) return null
      const { id, state } = last
      const isWaiting = state !== 'in_force'
      if (intent.act === 'household.ended')
        return isWaiting
          ? decisionProblem('decisions.print_names_household', { id })
          : decisionProblem('decisions.names_household', { decision: named(last), id })
      return isWaiting
        ? decisionProblem('decisions.stands_in_print', { id })
        : decisionProblem('decisions.stands_on_event', { decision: named(last), id })
    },
    holds: async (db, intent) => {
      const { id, on, act } = intent
      if (act === 'household.undone') {
        const drafts = sql`d.state = 'drafted' and d.id in (select e.decision_id from decision_entry e where e.household_id = ${id})`
        return [
          ...(await decisionsSince(db, intent)).map(standing),
          ...(await openDecisions(db, drafts)),
          ...(await openCorrections(db, sql`x.subject_id = ${id}`)),
        ]
      }
      const named = sql`d.id in (select e.decision_id from decision_entry e where e.household_id = ${id})`
      return [
        ...(await openDecisions(db, named)),
        ...(await openCorrections(db, sql`x.subject_id = ${id}`)),
        ...(await heldOn(db, { whose: sql`c.household_id = ${id}`, day: on })),
      ]
    },
  },
  {
    of: 'unit',
    follows: (db, id, today) => sql`select decisions_succeed(${id}, ${today})`.execute(db),
    returns: (db, id, { today }) => untold(sql`select decisions_return(${id}, ${today})`.execute(db)),
    forbids: async (db, intent) => {
      const rows = await restingOn(db, intent)
      const signed = rows.find(({ state }) => state === 'in_force')
      if (signed) return decisionProblem('decisions.unit_decided', { decision: named(signed), id: signed.id })
      const [last] = rows
      return last ? decisionProblem('decisions.unit_waits', { what: waitingSaid(rows), id: last.id }) : null
    },
    holds: async (db, intent) => {
      const { id, on, act } = intent
      const inTheWay = await correctionsInTheWay(db, intent)
      if (act === unitBack || act === unitGone) return inTheWay
      const under = sql`(select a.area_id from area_reach a where a.over_id = ${id})`
      const named = sql`(d.area_id in ${under}
        or d.id in (select e.decision_id from decision_entry e where e.village_id in ${under} or e.home_id in ${under}))`
      return [
        ...(await openDecisions(db, named)),
        ...(await openCorrections(db, sql`x.area_id in ${under}`)),
        ...inTheWay,
        ...(await heldOn(
          db,
          { whose: sql`c.home_id in ${under}`, day: on },
          {
            opens: {
              ...{ page: `/so-lieu?noi=${id}`, right: 'figure.read' as const },
              over: await overOf(db, id as AreaId),
            },
          },
        )),
      ]
    },
  },
]

/** What the paper of a plan says, from its rows; and the paper kept and signed when it is approved. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { findArea, nameOn } from '#features/areas/queries.ts'
import { recordChange, registerPapers } from '#features/papers/register.ts'
import { signatureBlock } from '#features/papers/rules/signature.ts'
import type { Authority } from '#kernel/access.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, Id, TrainingPlanId } from '#kernel/ids.ts'
import { showMoney, showNumber } from '#kernel/numbers.ts'
import type { Db } from '#platform/server/database/open.ts'
import { signPaper } from '#platform/server/documents/signed.ts'
import type { Issuer } from '#platform/server/documents/types.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import type { Change, Side } from '../amend/model.ts'
import { versionsOf } from '../amend/queries.ts'
import { changesBetween } from '../amend/rules.ts'
import { countedBys } from '../money/model.ts'
import { placeSaid, programmeSaid } from '../plan/columns.ts'
import { type Line, moneySources } from '../plan/model.ts'
import { planProblem } from '../plan/problems.ts'
import { type Detail, findPlan } from '../plan/queries.ts'
import { daysSaid, sumsOf, weeksSaid } from '../plan/rules.ts'
import { linesOf } from '../plan/store/lines.ts'
import type { Basis } from '../programmes/model.ts'
import type { PaperLine, PlanPaper } from './documents/texts.ts'
import { basesOf, isRegistered, keepPaper, signerOf } from './queries.ts'

const kindWords = /^(Xã|Phường|Thị trấn|Đặc khu|Tỉnh|Thành phố|Huyện|Thị xã|Quận) /
const lower = (text: string): string => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)

/** Who issues: as the decision says it, in full; of a draft the committee of the unit. */
function issuerOf(unit: string, said: string | null): Issuer {
  const name = said ? said.replace(/^UBND /i, 'Ủy ban nhân dân ') : `Ủy ban nhân dân ${lower(unit)}`
  return { superior: null, name, place: unit.replace(kindWords, '') }
}

const otherLines: Record<Authority, readonly string[]> = {
  own: ['THỦ TRƯỞNG CƠ QUAN'],
  acting: ['Q. THỦ TRƯỞNG CƠ QUAN'],
  for_chair: ['KT. THỦ TRƯỞNG CƠ QUAN', 'PHÓ THỦ TRƯỞNG'],
}
/** A committee signs by its chair; any other body by its head. */
const titlesOf = ({ name }: Issuer, authority: Authority): readonly string[] =>
  /^(Ủy|Uỷ) ban nhân dân/i.test(name) ? signatureBlock(authority, 'committee') : otherLines[authority]

/** `Căn cứ số 12/NQ-HĐND ngày 05/11/2026 của Hội đồng nhân dân tỉnh` */
const groundSaid = ({ number, day, issuer }: Basis): string =>
  ['Căn cứ văn bản', number ? `số ${number}` : '', day ? `ngày ${showDate(day)}` : '', issuer ? `của ${issuer}` : '']
    .filter(Boolean)
    .join(' ')

/** Lines of a text as one. */
const inARow = (text: string): string =>
  text
    .trim()
    .replace(/[.;]?\s*\n\s*/g, '; ')
    .replace(/[.;]+$/, '')

const paperLine = (line: Line, year: number): PaperLine => ({
  ...{ code: line.code, title: line.title, audience: line.audience, people: line.people, classes: line.classes },
  ...{ hours: line.hours, place: placeSaid(line), dong: line.dong, note: inARow(line.note) },
  weeks: line.weeks.length > 0 ? `${weeksSaid(line.weeks)} (${daysSaid(year, line.weeks)})` : '',
  money: line.money.map(({ what, source, countedBy, quantity, dong, amount }) => ({
    ...{ what, source: moneySources[source].vi, countedBy: countedBy ? countedBys[countedBy].vi : '' },
    ...{ quantity, dong, amount },
  })),
})

const sideSaid = (side: Side): string =>
  side ? `${showNumber(side.people)} lượt người, ${showNumber(side.classes)} lớp, ${showMoney(side.dong)}` : ''
const changeSaid = ({ topic, was, is, said }: Change) => {
  const part = (which: 'was' | 'is') => said.map((one) => `${one.field}: ${one[which] || 'không ghi'}`)
  return {
    topic,
    was: [sideSaid(was), ...part('was')].filter(Boolean).join('. '),
    is: [sideSaid(is), ...part('is')].filter(Boolean).join('. '),
  }
}

/** The state before an amendment, with its lines. */
async function before(db: Db, { amends, amendment }: Detail, today: PlainDate) {
  if (!amends) return null
  const versions = await versionsOf(db, amends.trainingPlanId)
  const [original] = versions
  const last = versions.filter((one) => one.amendment < amendment).at(-1)
  if (!original || !last) return null
  return { original, lines: await linesOf(db, last.trainingPlanId, { today, priced: today }) }
}

/** As its rows say it now: of a draft, and of what is being approved. */
export async function paperOf(db: Db, id: TrainingPlanId, today: PlainDate): Promise<PlanPaper> {
  const plan = await findPlan(db, id, today)
  if (!plan) throw planProblem('plan.not_found')
  const day = plan.approved?.day ?? today
  const { rows } = await sql<{ name: string }>`select ${nameOn(sql`${plan.areaId}::uuid`, day)} as name`.execute(db)
  const issuer = issuerOf(rows[0]?.name ?? plan.areaName, plan.approved?.issuer ?? null)
  // Of the plan itself, whatever amends it by now.
  const lines = await linesOf(db, id, { today: day, priced: today })
  const sums = sumsOf(lines)
  const prior = await before(db, plan, today)
  const changes = prior ? changesBetween(prior.lines, lines, { amendment: plan.amendment, day: null }) : []
  const signer = await signerOf(db, id)
  return {
    ...{ issuer, number: plan.approved?.number ?? null, day: plan.approved?.day ?? null },
    ...{ name: plan.name, year: plan.year, amendment: plan.amendment, reason: inARow(plan.reason) },
    amends:
      prior && plan.amends ? { name: plan.amends.name, number: prior.original.number, day: prior.original.day } : null,
    programme: programmeSaid(plan.programme),
    grounds: (await basesOf(db, plan.programme.programmeId)).filter(({ number }) => number !== null).map(groundSaid),
    ...{ purpose: plan.purpose, execution: plan.execution, note: plan.note },
    largestClass: plan.largestClass === null ? null : { people: plan.largestClass, by: plan.largestClassBy },
    lines: lines.map((line) => paperLine(line, plan.year)),
    sums: {
      ...sums,
      bySource: sums.bySource.map(({ source, dong }) => ({ source: moneySources[source].vi, dong })),
    },
    changes: changes.map(changeSaid),
    recipients: ['Các đơn vị nêu tại Phụ lục I;', 'Lưu: VT.'],
    signer: { titles: titlesOf(issuer, signer?.authority ?? 'own'), name: signer?.name ?? null },
  }
}

type Signing = {
  readonly id: TrainingPlanId
  readonly areaId: AreaId
  readonly amends: TrainingPlanId | null
  readonly keys: Keys
  readonly today: PlainDate
}

/** Keeps the paper of a plan that has just been approved, and enters it in the register. */
export async function keepSigned(db: Db, { id, areaId, amends, keys, today }: Signing): Promise<void> {
  const paper = await paperOf(db, id, today)
  const { number, day, year } = paper
  if (number === null || day === null) throw planProblem('plan.fixed')
  const content = JSON.stringify(paper)
  const unit = await findArea(db, areaId, day)
  const signed = signPaper(
    {
      ...{ v: 1, kind: 'plan', number, id, day, holder: '' },
      issuedBy: { name: paper.issuer.name, code: unit?.code ?? '' },
      states: paper.amendment === 0 ? 'Kế hoạch đào tạo' : `Điều chỉnh lần ${paper.amendment} kế hoạch đào tạo`,
      years: { from: year, to: year },
      hash: createHash('sha256').update(content).digest('hex').slice(0, 16),
    },
    keys,
  )
  await keepPaper(db, id, { content, signed })
  await registerPapers(db, [{ signed, subjectId: id, inForceFrom: day }], { areaId, series: null })
  if (!amends || !(await isRegistered(db, amends))) return
  await recordChange(db, { by: id as string as Id<'signed_paper'>, of: amends as string as Id<'signed_paper'>, areaId })
}

/** What the paper of a plan says, from its rows; and the paper kept and signed when it is approved. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { overOf } from '#features/areas/must.ts'
import { findArea, nameOn } from '#features/areas/queries.ts'
import { followChanges, recordChange, registerPapers, replacePapers } from '#features/papers/register.ts'
import { signatureBlock } from '#features/papers/rules/signature.ts'
import type { Authority } from '#kernel/access.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, Id, TrainingPlanId } from '#kernel/ids.ts'
import { showMoney, showNumber } from '#kernel/numbers.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { signPaper } from '#platform/server/documents/signed.ts'
import type { Issuer } from '#platform/server/documents/types.ts'
import { newId } from '#platform/server/ids.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import type { Change, Side } from '../amend/model.ts'
import { droppedIn, versionsOf } from '../amend/queries.ts'
import { changesBetween } from '../amend/rules.ts'
import { limitsOn } from '../limits/queries.ts'
import type { EarlierDecision } from '../model.ts'
import { countedBys } from '../money/model.ts'
import { placeSaid, programmeSaid } from '../plan/columns.ts'
import { type Line, moneySources } from '../plan/model.ts'
import { planProblem } from '../plan/problems.ts'
import { type Detail, findPlan } from '../plan/queries.ts'
import { codeSaid, sumsOf } from '../plan/rules/lines.ts'
import { pricedOn } from '../plan/rules/money.ts'
import { daysSaid, weeksSaid } from '../plan/rules/weeks.ts'
import { linesOf } from '../plan/store/lines.ts'
import type { Basis } from '../programmes/model.ts'
import type { PaperLine, PlanPaper } from './documents/texts.ts'
import { basesOf, carriedOut, correctPaper, findKept, keepPaper, paperIdOf, signerOf } from './queries.ts'
import { aboveSaid } from './read.ts'

const kindWords = /^(Xã|Phường|Thị trấn|Đặc khu|Tỉnh|Thành phố|Huyện|Thị xã|Quận) /
const lower = (text: string): string => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)

const committee = /^(?:UBND|[ỦU][yỷ] ban nhân dân)(?=\s|$)\s*/iu
/** "tỉnh", "xã": the kind of a unit without its name. */
const kindAlone = /^(?:xã|phường|thị trấn|đặc khu|tỉnh|thành phố|huyện|thị xã|quận)?$/iu

/** Who issues, in full with the name of the unit, however the decision was typed; of a draft the committee of the unit. */
export function issuerOf(unit: string, said: string | null): Issuer {
  const own = `Ủy ban nhân dân ${lower(unit)}`
  const typed = said?.trim() ?? ''
  const of = typed.replace(committee, '')
  const bare = unit.replace(kindWords, '')
  const isCommittee = typed === '' || committee.test(typed)
  const other = fold(typed).includes(fold(bare)) ? typed : `${typed} ${lower(unit)}`
  const name = !isCommittee ? other : kindAlone.test(of) ? own : `Ủy ban nhân dân ${of}`
  return { superior: null, name, place: bare }
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

/** Of what the plan leaves open, where its paper says that it is in the annex. */
const later = 'Thông báo sau'

const paperLine = (line: Line, year: number): PaperLine => ({
  ...{
    topicId: line.topicId,
    code: codeSaid(line),
    title: line.title,
    audience: line.audience,
    people: line.people,
    classes: line.classes,
  },
  ...{ hours: line.hours, place: placeSaid(line) || later, dong: line.dong, note: inARow(line.note) },
  weeks: line.weeks.length > 0 ? `${weeksSaid(line.weeks)} (${daysSaid(year, line.weeks)})` : later,
  money: line.money.map(({ what, source, countedBy, quantity, dong, amount }) => ({
    ...{ what, source: moneySources[source].vi, countedBy: countedBy ? countedBys[countedBy].vi : '' },
    ...{ quantity, dong, amount },
  })),
})

const sideSaid = (side: Side): string =>
  side ? `${showNumber(side.people)} lượt người, ${showNumber(side.classes)} lớp, ${showMoney(side.dong)}` : ''
const changeSaid = ({ topic, was, is, said, because }: Change) => {
  const part = (which: 'was' | 'is') => said.map((one) => `${one.field.vi}: ${one[which].vi || 'không ghi'}`)
  return {
    topic,
    was: [sideSaid(was), ...part('was')].filter(Boolean).join('. '),
    is: because ? `(bỏ) Lý do: ${because}` : [sideSaid(is), ...part('is')].filter(Boolean).join('. '),
  }
}

/** The state before an amendment, with its lines. */
async function before(db: Db, { amends, amendment }: Detail, today: PlainDate) {
  if (!amends) return null
  const versions = await versionsOf(db, amends.trainingPlanId)
  const [original] = versions
  const last = versions.filter((one) => one.amendment < amendment).at(-1)
  if (!original || !last) return null
  return { original, lines: await linesOf(db, last.trainingPlanId, { today, priced: null }) }
}

/** What the province lets into a class, where the plan says nothing of its own. */
async function laidDown(db: Db, { areaId, year }: Detail, day: PlainDate): Promise<PlanPaper['largestClass']> {
  const limits = await limitsOn(db, await overOf(db, areaId), { day: pricedOn(year, day), year })
  const limit = limits.find(({ kind }) => kind === 'largest_class')
  return limit?.value ? { people: limit.value, by: limit.legalReference } : null
}

/** As its rows say it now: of a draft, and of what is being approved. */
export async function paperOf(db: Db, id: TrainingPlanId, today: PlainDate): Promise<PlanPaper> {
  const plan = await findPlan(db, id, today)
  if (!plan) throw planProblem('plan.not_found')
  const day = plan.approved?.day ?? today
  const { rows } = await sql<{ name: string }>`select ${nameOn(sql`${plan.areaId}::uuid`, day)} as name`.execute(db)
  const issuer = issuerOf(rows[0]?.name ?? plan.areaName, plan.approved?.issuer ?? null)
  // Of the plan itself, whatever amends it by now.
  const lines = await linesOf(db, id, { today: day, priced: null })
  const sums = sumsOf(lines)
  const prior = await before(db, plan, today)
  const changes = prior
    ? changesBetween(prior.lines, lines, { amendment: plan.amendment, day: null, dropped: await droppedIn(db, id) })
    : []
  const signer = await signerOf(db, id)
  const above = await carriedOut(db, id)
  return {
    ...{ issuer, number: plan.approved?.number ?? null, day: plan.approved?.day ?? null },
    ...{ name: plan.name, year: plan.year, amendment: plan.amendment, reason: inARow(plan.reason) },
    amends:
      prior && plan.amends ? { name: plan.amends.name, number: prior.original.number, day: prior.original.day } : null,
    programme: programmeSaid(plan.programme),
    grounds: [
      ...(await basesOf(db, plan.programme.programmeId)).filter(({ number }) => number !== null).map(groundSaid),
      ...(above ? [aboveSaid(above)] : []),
    ],
    ...{ purpose: plan.purpose, execution: plan.execution, note: plan.note },
    largestClass:
      plan.largestClass === null
        ? await laidDown(db, plan, day)
        : { people: plan.largestClass, by: plan.largestClassBy },
    lines: lines.map((line) => paperLine(line, plan.year)),
    sums: {
      ...sums,
      bySource: sums.bySource.map(({ source, dong }) => ({ source: moneySources[source].vi, dong })),
    },
    changes: changes.map(changeSaid),
    recipients: [
      lines.some(({ placeId }) => placeId) ? 'Các đơn vị nêu tại Phụ lục I;' : 'Các đơn vị có liên quan;',
      'Lưu: VT.',
    ],
    signer: { titles: titlesOf(issuer, signer?.authority ?? 'own'), name: signer?.name ?? null },
    ...insteadOf(plan.earlier),
  }
}

/** What a corrected paper takes the place of; nothing where nothing was corrected. */
function insteadOf(earlier: readonly EarlierDecision[]): Pick<PlanPaper, 'instead'> {
  const last = earlier.at(-1)
  return last ? { instead: { number: last.number, day: last.day, on: last.until } } : {}
}

type Kept = { readonly paper: PlanPaper; readonly areaId: AreaId; readonly keys: Keys }
/** The paper as it is signed, under an id of its own: what is corrected stands beside what it takes the place of. */
async function signedAs(db: Db, id: string, { paper, areaId, keys }: Kept): Promise<string> {
  const { number, day, year } = paper
  if (number === null || day === null) throw planProblem('plan.fixed')
  const unit = await findArea(db, areaId, day)
  return signPaper(
    {
      ...{ v: 1, kind: 'plan', number, id, day, holder: '' },
      issuedBy: { name: paper.issuer.name, code: unit?.code ?? '' },
      states: paper.amendment === 0 ? 'Kế hoạch đào tạo' : `Điều chỉnh lần ${paper.amendment} kế hoạch đào tạo`,
      years: { from: year, to: year },
      hash: createHash('sha256').update(JSON.stringify(paper)).digest('hex').slice(0, 16),
    },
    keys,
  )
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
  if (paper.day === null) throw planProblem('plan.fixed')
  const signed = await signedAs(db, id, { paper, areaId, keys })
  await keepPaper(db, id, { content: JSON.stringify(paper), signed })
  await registerPapers(db, [{ signed, subjectId: id, inForceFrom: paper.day }], { areaId, series: null })
  const amended = amends && (await paperIdOf(db, amends))
  if (amended) await recordChange(db, { by: id as string as Id<'signed_paper'>, of: amended, areaId })
}

type Correcting = Omit<Signing, 'amends'> & { readonly because: string }
/**
 * The paper says its corrected number, day and issuer, under a code of its own; whoever checks the earlier is led to it. What
 * was approved before papers were kept has none, and is drawn from its rows.
 */
export async function correctSigned(db: Db, { id, areaId, because, keys, today }: Correcting): Promise<void> {
  const kept = await findKept<PlanPaper>(db, id)
  const former = await paperIdOf(db, id)
  if (!kept || !former) return
  const { issuer, number, day, signer, instead } = await paperOf(db, id, today)
  if (day === null) throw planProblem('plan.fixed')
  const paper = { ...kept.paper, ...{ issuer, number, day, signer }, ...(instead && { instead }) }
  const next = newId<'signed_paper'>()
  const signed = await signedAs(db, next, { paper, areaId, keys })
  await correctPaper(db, id, { content: JSON.stringify(paper), signed, on: today, because })
  await registerPapers(db, [{ signed, subjectId: id, inForceFrom: day }], { areaId, series: null })
  await replacePapers(db, [{ paper: former, until: today, by: next }])
  await followChanges(db, { areaId, from: former, to: next })
}

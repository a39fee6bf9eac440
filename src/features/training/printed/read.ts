/** What the paper of a plan rests on, as it is numbered now and as it was when the paper was signed. */
import { showDate } from '#kernel/dates.ts'
import type { TrainingPlanId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { PlanPaper } from './documents/texts.ts'
import { amendedNow, carriedOut } from './queries.ts'

const carrying = 'Thực hiện Kế hoạch '
/** `Thực hiện Kế hoạch số 45/KH-UBND ngày 20/01/2026 của Ủy ban nhân dân tỉnh Phú Thọ` */
export const aboveSaid = ({ number, day, issuer }: NonNullable<Awaited<ReturnType<typeof carriedOut>>>): string =>
  `${carrying}số ${number} ngày ${showDate(day)} của ${issuer.replace(/^UBND /i, 'Ủy ban nhân dân ')}`

/**
 * A paper that was kept as what it rests on is numbered now: the plan above, and the plan that it amends, may have been corrected
 * since. What it said when it was signed stands beside it.
 */
export async function citedNow(db: Db, id: TrainingPlanId, paper: PlanPaper): Promise<PlanPaper> {
  const above = await carriedOut(db, id)
  const said = above ? aboveSaid(above) : null
  const original = paper.amends && (await amendedNow(db, id))
  const isOther = original && (original.number !== paper.amends?.number || original.day !== paper.amends.day)
  return {
    ...paper,
    grounds: paper.grounds.map((one) =>
      said && one.startsWith(carrying) && one !== said ? corrected(one, said) : one,
    ),
    ...(isOther && paper.amends && { amends: { ...paper.amends, ...original, once: paper.amends } }),
  }
}
/** `Thực hiện Kế hoạch số 46/KH-UBND ngày 20/01/2026 của … (khi ký ghi số 45/KH-UBND ngày 20/01/2026; đã đính chính)` */
function corrected(was: string, is: string): string {
  const [number, issuer] = was.slice(carrying.length).split(/ của (.*)/)
  return `${is} (khi ký ghi ${number}${issuer && !is.endsWith(issuer) ? ` của ${issuer}` : ''}; đã đính chính)`
}

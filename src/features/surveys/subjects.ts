import { spokenOf } from '#features/households/audited.ts'
import type { Id } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type AuditedLine, type OfLine, plainly, type Subjects } from '#platform/server/subjects.ts'
import { casesNamed, surveysOfHousehold } from './queries.ts'

const textOf = (fact: unknown): string[] => (typeof fact === 'string' ? [fact] : [])

const mineOf = (lines: readonly AuditedLine[]) => lines.filter(({ what }) => what.startsWith('survey.'))
const caseOf = ({ facts, subjectId }: AuditedLine) => textOf(facts.case)[0] ?? subjectId
const casesOf = async (db: Db, mine: readonly AuditedLine[]) =>
  mine.length === 0
    ? []
    : casesNamed(db, {
        rounds: mine.flatMap(({ facts }) => textOf(facts.round)),
        villages: mine.flatMap(({ areaId }) => (areaId ? [areaId] : [])),
        cases: mine.map(caseOf),
      })
const opens = ({ roundId, householdId, id }: Awaited<ReturnType<typeof casesOf>>[number]) =>
  `/ra-soat/${roundId}/ho/${householdId}/${id}`

/** By the head of the time: who sent it for one household did not send it for who heads it now. */
async function surveyLines(db: Db, lines: readonly AuditedLine[]): Promise<Map<Id<'audit_line'>, OfLine>> {
  const mine = mineOf(lines)
  const cases = new Map((await casesOf(db, mine)).map((one) => [one.id as string, one]))
  const spoken = mine.flatMap((line) => {
    const of = cases.get(caseOf(line))
    return of && line.id ? [{ line: line.id, household: of.householdId, member: null, of }] : []
  })
  const at = new Map(spoken.map(({ line, of }) => [line, of]))
  return new Map(
    (await spokenOf(db, spoken)).flatMap((row) => {
      const of = at.get(row.id)
      return of ? [[row.id, { name: plainly(row.head), opens: opens(of), detail: null }] as const] : []
    }),
  )
}

/** Surveys and their cases by the head of the household, opening where they are checked. A line names its round and case. */
export const surveySubjects: Subjects = {
  right: 'household.read',
  named: async (db, { lines }) => {
    const mine = mineOf(lines)
    const found = await casesOf(db, mine)
    return new Map(
      mine.flatMap((line) => {
        const one = found.find(({ id }) => id === caseOf(line))
        if (!one) return []
        return [[line.subjectId, { name: plainly(one.name), opens: opens(one) }] as const]
      }),
    )
  },
  ofLines: surveyLines,
  ofHousehold: surveysOfHousehold,
}

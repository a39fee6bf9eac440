import { spokenOf } from '#features/households/audited.ts'
import type { Id } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type AuditedLine, type OfLine, plainly, type Subjects } from '#platform/server/subjects.ts'
import { casesById, casesOfHouseholds, surveysOfHousehold } from './queries.ts'

const textOf = (fact: unknown): string[] => (typeof fact === 'string' ? [fact] : [])

const mineOf = (lines: readonly AuditedLine[]) => lines.filter(({ what }) => what.startsWith('survey.'))
type Found = Awaited<ReturnType<typeof casesById>>[number]
type Spoken = { readonly line: AuditedLine; readonly of: Found }

/** Lines say the household and the round of a case; those written before they did are found by its id. */
async function spokenBy(db: Db, mine: readonly AuditedLine[]): Promise<Spoken[]> {
  const keys = (all: readonly AuditedLine[], fact: 'household' | 'round') =>
    all.flatMap(({ facts }) => textOf(facts[fact]))
  const [older, keyed] = [true, false].map((old) => mine.filter(({ facts }) => !facts.household === old)) as [
    AuditedLine[],
    AuditedLine[],
  ]
  const caseOf = ({ facts, subjectId }: AuditedLine) => textOf(facts.case)[0] ?? subjectId
  const found =
    keyed.length === 0
      ? []
      : await casesOfHouseholds(db, { households: keys(keyed, 'household'), rounds: keys(keyed, 'round') })
  const villages = older.flatMap(({ areaId }) => areaId ?? [])
  const before =
    older.length === 0 ? [] : await casesById(db, { rounds: keys(older, 'round'), villages, cases: older.map(caseOf) })
  const byKey = new Map(found.map((one) => [`${one.roundId} ${one.householdId}`, one]))
  const byId = new Map(before.map((one) => [one.id as string, one]))
  return mine.flatMap((line) => {
    const of = byKey.get(`${line.facts.round} ${line.facts.household}`) ?? byId.get(caseOf(line))
    return of ? [{ line, of }] : []
  })
}
const opens = ({ roundId, householdId, id }: Found) => `/ra-soat/${roundId}/ho/${householdId}/${id}`

/** By the head of the time: who sent it for one household did not send it for who heads it now. */
async function surveyLines(db: Db, lines: readonly AuditedLine[]): Promise<Map<Id<'audit_line'>, OfLine>> {
  const spoken = (await spokenBy(db, mineOf(lines))).flatMap(({ line, of }) =>
    line.id && line.at ? [{ line: line.id, at: line.at, household: of.householdId, member: null, of }] : [],
  )
  const at = new Map(spoken.map(({ line, of }) => [line, of]))
  return new Map(
    (await spokenOf(db, spoken)).flatMap((row) => {
      const of = at.get(row.id)
      return of ? [[row.id, { name: plainly(row.head), opens: opens(of), detail: null }] as const] : []
    }),
  )
}

/** Surveys and their cases by the head of the household, opening where they are checked. A line names its round and household. */
export const surveySubjects: Subjects = {
  right: 'household.read',
  ofLines: surveyLines,
  ofHousehold: surveysOfHousehold,
}

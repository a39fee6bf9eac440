import { plainly, type Subjects } from '#platform/server/subjects.ts'
import { casesNamed, surveysOfHousehold } from './queries.ts'

const textOf = (fact: unknown): string[] => (typeof fact === 'string' ? [fact] : [])

/** Surveys and their cases by the head of the household, opening where they are checked. A line names its round and case. */
export const surveySubjects: Subjects = {
  right: 'household.read',
  named: async (db, { lines }) => {
    const mine = lines.filter(({ what }) => what.startsWith('survey.'))
    const caseOf = ({ facts, subjectId }: (typeof mine)[number]) => textOf(facts.case)[0] ?? subjectId
    const found = await casesNamed(db, {
      rounds: mine.flatMap(({ facts }) => textOf(facts.round)),
      villages: mine.flatMap(({ areaId }) => (areaId ? [areaId] : [])),
      cases: mine.map(caseOf),
    })
    return new Map(
      mine.flatMap((line) => {
        const one = found.find(({ id }) => id === caseOf(line))
        if (!one) return []
        const opens = `/ra-soat/${one.roundId}/ho/${one.householdId}/${one.id}`
        return [[line.subjectId, { name: plainly(one.name), opens }] as const]
      }),
    )
  },
  ofHousehold: surveysOfHousehold,
}

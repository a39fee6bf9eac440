/** People of a list as they enter the roster. */
import type { AccountId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { sealedId } from '../roster/identity.ts'
import { insertOfficials, type NewOfficial, updateOfficial } from '../roster/queries.ts'
import { insertAppointments } from '../roster/store/appointments.ts'
import { isSaid, type ReadPerson } from './rules/group.ts'
import { type Known, type Plan, whoFields } from './rules/plan.ts'

type By = { readonly db: Db; readonly keys: Keys; readonly by: AccountId }

/** What the file says of somebody who has a number of the personnel system came from there. */
const cameFrom = ({ who }: ReadPerson, fields: readonly string[]): readonly string[] =>
  who.personalNumber === '' ? [] : fields

function newOfficial(keys: Keys, { person }: Plan): NewOfficial {
  const { who, citizenId, keeper: unitId } = person
  const officialId = newId<'official'>()
  const said = whoFields.filter((field) => isSaid(who[field]))
  const takenOver = cameFrom(person, citizenId ? [...said, 'citizenId'] : said)
  return { officialId, unitId, who, sealed: citizenId ? sealedId(keys, officialId, citizenId) : null, takenOver }
}

async function bringUpToDate({ db, keys }: By, { person, fields }: Plan, known: Known): Promise<void> {
  const set = Object.fromEntries(whoFields.filter((one) => fields.includes(one)).map((one) => [one, person.who[one]]))
  const { officialId } = known
  const sealed = fields.includes('citizenId') ? { sealed: sealedId(keys, officialId, person.citizenId) } : {}
  const before = known.takenOver.filter((field) => !(fields as readonly string[]).includes(field))
  const takenOver = [...before, ...cameFrom(person, fields)]
  await updateOfficial(db, officialId, { who: { ...known, ...set }, takenOver, ...sealed })
}

export async function writePlans(by: By, plans: readonly Plan[]): Promise<void> {
  const entered = plans.map((plan) => (plan.known ? null : newOfficial(by.keys, plan)))
  const added = entered.filter((one) => one !== null)
  if (added.length > 0) await insertOfficials(by.db, added)
  for (const plan of plans) if (plan.known && plan.fields.length > 0) await bringUpToDate(by, plan, plan.known)
  const given = plans.flatMap(({ known, give }, at) =>
    give.map((post) => ({ post, officialId: known?.officialId ?? entered[at]?.officialId })),
  )
  const rows = given.flatMap(({ post, officialId }) =>
    officialId
      ? [
          {
            ...{ id: newId<'appointment'>(), official_id: officialId, post: post.post, area_id: post.areaId },
            ...{ standing: post.standing, valid_from: post.from, valid_until: post.until },
            ...{ decision_number: post.decisionNumber || null, decided_on: post.decidedOn, made_by: by.by },
          },
        ]
      : [],
  )
  if (rows.length > 0) await insertAppointments(by.db, rows)
}

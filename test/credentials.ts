/** Credentials for tests: rules of Phú Thọ that Lan enters, classes that somebody completed, people joined to the roster. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aClass } from './classes.ts'
import type { PersonName, World } from './world.ts'

const { phuTho, tamHongToday } = demoAreas
export const standardOfToday = 'vn-2022-2025'

export const ruleSaid = {
  ...{ name: 'Rà soát viên', needsTest: false, standardId: standardOfToday, validity: 'year_end', months: null },
  ...{ firstDay: null, lastDay: null, renewMonths: 3, carriesOver: false, from: '2026-01-01' },
  ...{ legalReference: '12/QĐ-UBND ngày 05/01/2026', mark: 'text' },
}
export async function aRule(world: World, topicIds: readonly string[], part: object = {}): Promise<string> {
  const credentialRuleId = newId()
  const said = { credentialRuleId, areaId: phuTho, ...ruleSaid, topicIds, ...part }
  const reply = await world.as('lan').post('/api/credential-rules', said)
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return credentialRuleId
}

/** Somebody of the roster of Tam Hồng, with an account where one is named. */
export async function inRoster({ owner, idOf }: World, person: PersonName | null, name: string): Promise<string> {
  const { rows } = await owner.query(
    `insert into official (id, full_name, sex, birth_year, ethnicity, unit_id, account_id) values ($1, $2, 'female', 1980, '01', $3, $4)
     on conflict (account_id) do update set unit_id = excluded.unit_id returning id`,
    [newId(), name, tamHongToday, person && idOf(person)],
  )
  return rows[0].id
}

/** A person who completed a class of these topics on the day. */
export async function aTurn(
  world: World,
  official: string,
  { topicIds, on }: { readonly topicIds: readonly string[]; readonly on: string },
): Promise<string> {
  const [turn, trainingClass] = [newId(), await aClass(world, { topicIds })]
  await world.owner.query(
    `insert into training_turn (id, class_id, area_id, official_id, from_id, completed_on, sex, ethnicity, level)
     select $1, $2, $3, o.id, $5, $6, o.sex, o.ethnicity, 1 from official o where o.id = $4`,
    [turn, trainingClass, phuTho, official, tamHongToday, on],
  )
  return turn
}

export async function issuedNow(world: World): Promise<number> {
  const reply = await world.as('dao').post(`/api/areas/${phuTho}/credentials/issue`, {})
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return reply.json().issued
}

export async function aGate(world: World, mode: 'off' | 'warn' | 'hold', from = '2026-11-20'): Promise<string> {
  const gateSettingId = newId()
  const said = { gateSettingId, areaId: phuTho, mode, from, legalReference: '30/QĐ-UBND', mark: 'text' }
  const reply = await world.as('lan').post('/api/gate-settings', said)
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return gateSettingId
}

/** A credential of somebody in Tam Hồng, extended by a decision, and a gate that lets people through. */
export async function aCredential(world: World, topicId: string) {
  const credentialRuleId = await aRule(world, [topicId])
  const officialId = await inRoster(world, null, 'Vi Thị Chứng')
  const [credentialId, credentialExtensionId] = [newId(), newId()]
  const must = async (url: string, body: object) => {
    const reply = await world.as('dao').post(url, body)
    if (reply.statusCode !== 200) throw new Error(reply.body)
  }
  const basis = {
    credentialBasis: 'taught',
    documentNumber: '5/GM',
    issuer: 'Trường Chính trị',
    completedOn: '2026-10-10',
  }
  await must('/api/credentials', { credentialId, ruleId: credentialRuleId, officialId, ...basis })
  const decided = { number: '7/QĐ-SNNMT', decidedOn: '2026-11-10', issuer: 'Sở', last: '2027-02-28', because: 'Bão' }
  await must('/api/credential-extensions', { credentialExtensionId, credentialIds: [credentialId], ...decided })
  return {
    credentialRuleId,
    ruleId: credentialRuleId,
    credentialId,
    credentialIds: [credentialId],
    credentialExtensionId,
  }
}

/** Somebody is let survey in a round although they hold none. */
export async function anOverride(world: World, { roundId, ruleId }: { roundId: string; ruleId: string }) {
  const gateOverrideId = newId()
  await world.owner.query(
    `insert into gate_override (id, round_id, area_id, account_id, rule_id, because, made_by, made_on)
     select $1, r.id, r.area_id, $3, $4, 'Không có ai khác', $5, '2026-11-20' from round r where r.id = $2`,
    [gateOverrideId, roundId, world.idOf('thang'), ruleId, world.idOf('hung')],
  )
  return { gateOverrideId }
}

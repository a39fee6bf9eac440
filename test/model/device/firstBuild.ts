/** A device as the first build of the phone left it: version 1 of its store, with a form on its way in the clear. */
import type pg from 'pg'
import type { Facts, Member } from '#features/standards/model/facts.ts'
import { newId } from '#platform/server/ids.ts'
import { survey } from '../../../bench/api/survey.ts'
import { enumeratorOf, roundOf } from '../ground.ts'
import type { Finished } from '../ledger.ts'
import type { Store } from './store.ts'

/** Dexie counts versions in tens. */
const version = 10

function makeStore(base: IDBDatabase): void {
  base.createObjectStore('draft', { keyPath: ['kind', 'id'] }).createIndex('accountId', 'accountId')
  const command = base.createObjectStore('command', { keyPath: 'seq', autoIncrement: true })
  command.createIndex('id', 'id', { unique: true })
  command.createIndex('[accountId+state]', ['accountId', 'state'])
}

const openFirst = ({ raw }: Store): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = raw.open('nangbuoc', version)
    asked.onupgradeneeded = () => makeStore(asked.result)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

type Given = { caseId: string; householdId: string; formHash: string; today: string; members: Member[] }

async function givenTo(owner: pg.Pool, part: number, accountId: string): Promise<Given | null> {
  const { rows } = await owner.query<Given>(
    `select c.id as "caseId", c.household_id as "householdId", r.form_hash as "formHash",
            (now() at time zone 'Asia/Ho_Chi_Minh')::date::text as today,
            (select jsonb_agg(jsonb_build_object('id', m.person_id, 'name', m.full_name, 'sex', m.sex, 'relation', m.relation,
               'birth', jsonb_build_object('year', m.birth_year), 'ethnicity', m.ethnicity))
               from member m where m.household_id = c.household_id) as members
       from review_case c join round r on r.id = c.round_id where c.round_id = $1 and c.account_id = $2 order by c.id limit 1`,
    [roundOf(part), accountId],
  )
  return rows[0] ?? null
}

type Whose = { readonly part: number; readonly person: number; readonly device: number }

/** Puts a finished form into the store. Null where this person has no household. */
export async function leaveFirstBuild(owner: pg.Pool, store: Store, whose: Whose): Promise<Finished | null> {
  const { accountId, login } = enumeratorOf(whose.part, whose.person)
  const given = await givenTo(owner, whose.part, accountId)
  if (!given) return null
  const { caseId, householdId, formHash, today: surveyedOn, members } = given
  const [surveyId, command] = [newId(), newId()]
  const facts: Facts = { ...survey('', whose.device).facts, members, note: `Phiếu ${surveyId}` }
  const base = await openFirst(store)
  const writing = base.transaction('command', 'readwrite')
  writing.objectStore('command').add({
    id: command,
    accountId,
    endpoint: 'surveys.submit',
    path: `/api/households/${householdId}/cases/${caseId}/surveys`,
    input: JSON.stringify({ surveyId, formHash, surveyedOn, facts }),
    schemaVersion: 1,
    madeAt: Date.now(),
    label: 'Phiếu hộ Trần Thị Ấm',
    state: 'waiting',
    settledAt: null,
  })
  await new Promise((resolve) => writing.addEventListener('complete', resolve))
  base.close()
  return { surveyId, householdId, caseId, login, device: whose.device, facts, command }
}

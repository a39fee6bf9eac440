/** Asks the old build everything that later builds are asked, and writes its answers down. */
import type pg from 'pg'
import { demoAccounts, demoPassword } from '#features/people/demo/accounts.ts'
import type { Dump } from '../dump.ts'
import { nobodyAt, signIn } from '../person.ts'
import {
  askAudit,
  askClasses,
  askFamily,
  askFigures,
  askPaper,
  askScan,
  type Expected,
  type PaperAnswer,
} from '../questions.ts'
import { dung } from './accounts.ts'
import type { Place } from './place.ts'
import { publicUrl } from './server.ts'

const weighty = [
  'household',
  'member',
  'survey',
  'verdict',
  'review_case',
  'decision',
  'decision_entry',
  'household_class',
  'certificate',
  'audit_line',
  'command',
  'account',
]

export const countsOf = ({ tables }: Dump): Expected['counts'] =>
  Object.fromEntries(weighty.map((name) => [name, tables.find((t) => t.table === name)?.rows.length ?? Number.NaN]))

/** Three households of every way in which classes followed one another. */
async function tellingHouseholds(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ household_id: string }>(
    `select household_id from (
       select household_id, row_number() over (partition by story order by household_id) as nth from (
         select household_id, string_agg(class, ' ' order by valid_from) as story from household_class group by 1) s) n
      where nth <= 3 order by household_id`,
  )
  return rows.map((r) => r.household_id)
}

async function askAllClasses({ db, hung, today }: Place): Promise<Expected['classes']> {
  const days = ['2021-12-31', '2022-06-30', '2025-12-31', '2026-01-01', today]
  const all = []
  for (const household of await tellingHouseholds(db)) all.push(await askClasses(hung, household, days))
  return all
}

/** Every decision that has a signature, and of each the first and the last of its certificates. */
async function askPapers({ db, address }: Place): Promise<PaperAnswer[]> {
  const { rows } = await db.query<{ what: string; id: string; signed: string }>(
    `with ends as (
       select d.id as decision_id, d.number, c.id, c.number as own, c.signed,
              row_number() over (partition by d.id order by c.number) as first,
              row_number() over (partition by d.id order by c.number desc) as last
         from certificate c join decision d on d.id = c.decision_id)
     select 'decision ' || number as what, id, signed from decision where signed is not null
     union all
     select 'certificate ' || own || ' of ' || number, id, signed from ends where first = 1 or last = 1
     order by what`,
  )
  const papers: PaperAnswer[] = []
  for (const { what, id, signed } of rows)
    papers.push({ what, qr: `${publicUrl}/kiem-tra#${signed}`, says: await askPaper(nobodyAt(address), id) })
  return papers
}

async function askScans({ db, hung }: Place): Promise<Expected['scans']> {
  const { rows } = await db.query<{ id: string }>('select id from decision where scan_id is not null order by id')
  const scans: [string, string][] = []
  for (const { id } of rows) scans.push([id, await askScan(hung, id)])
  return Object.fromEntries(scans)
}

async function askPeople({ address }: Place): Promise<Expected['people']> {
  const logins = [...demoAccounts().map(({ login }) => ({ login, password: demoPassword })), dung]
  const people = []
  for (const { login, password } of logins) {
    const { account } = await signIn(address, login, password)
    people.push({ login, password, name: account.name, roles: [...new Set(account.grants.map((g) => g.role))] })
  }
  return people
}

async function askWholeAudit({ db, address, commune }: Place): Promise<Expected['audit']> {
  const kiem = await signIn(address, 'kiem', demoPassword)
  const { rows } = await db.query<{ what: string; n: number }>(
    'select what, count(*)::int as n from audit_line group by 1 order by 1',
  )
  return { lines: await askAudit(kiem, commune), kinds: Object.fromEntries(rows.map(({ what, n }) => [what, n])) }
}

/** Everything but the counts, which the dump tells. */
export async function askAll(
  place: Place,
  left: Pick<Expected, 'sealed' | 'sent' | 'reviewing' | 'unsigned' | 'beside' | 'skills'>,
): Promise<Omit<Expected, 'counts'>> {
  const { address, commune, today } = place
  const people = await askPeople(place)
  const lan = await signIn(address, 'lan', demoPassword)
  const figures = []
  for (const day of ['2026-01-01', today]) figures.push(await askFigures(lan, { areaId: commune, day, units: day }))
  return {
    people,
    family: await askFamily(place.hung, left.sealed.householdId),
    classes: await askAllClasses(place),
    figures,
    papers: await askPapers(place),
    scans: await askScans(place),
    audit: await askWholeAudit(place),
    ...left,
    writtenAt: new Date().toISOString(),
  }
}

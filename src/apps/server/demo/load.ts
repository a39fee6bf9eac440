/** The demo: real places, invented people. Loaded once, where the database holds no account of a person. */
import type pg from 'pg'
import { loadDemoPlaces } from '#features/areas/demoPlaces.ts'
import type { DemoAccount } from '#features/people/routes.ts'
import type { Library } from '#features/standards/library.ts'
import { plainDate } from '#kernel/dates.ts'
import { type Clock, todayOf } from '#platform/server/clock.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import type { Settings } from '#platform/server/settings.ts'
import { addDemoAccounts, demoAccounts, demoPassword } from './accounts.ts'
import { type Decided, decideRounds, type Signing } from './decisions.ts'
import { registers } from './places.ts'
import { writeHouseholds } from './register.ts'
import { writeRound } from './rounds.ts'
import { lastSteps, type Register, round2025, round2026, rounds2021, roundThisMonth } from './story.ts'

export type DemoGround = {
  readonly owner: pg.Pool
  readonly keys: Keys
  readonly library: Library
  readonly settings: Settings
  readonly clock: Clock
}
export type Demo = { readonly password: string; readonly accounts: readonly DemoAccount[] }

/** All or nothing; a database that already holds a person's account is left as it is. */
export async function loadDemo(ground: DemoGround): Promise<Demo> {
  const connection = await ground.owner.connect()
  try {
    const { rows } = await connection.query('select 1 from account where id <> nb_system() limit 1')
    if (rows.length === 0) {
      await connection.query('begin')
      await fill(connection, ground)
      await connection.query('commit')
    }
    return { password: demoPassword, accounts: demoAccounts() }
  } catch (error) {
    await connection.query('rollback')
    throw error
  } finally {
    connection.release()
  }
}

async function fill(connection: pg.PoolClient, { clock, keys, library }: DemoGround): Promise<void> {
  await loadDemoPlaces(connection, todayOf(clock))
  await addDemoAccounts(connection)
  const held = Object.fromEntries(Object.entries(registers).map(([key, make]) => [key, make()])) as unknown as Register
  await writeHouseholds(connection, keys, Object.values(held).flat())
  await tellStory(connection, { keys, library }, held)
  await connection.query(
    'analyze household; analyze member; analyze survey; analyze verdict; analyze review_case; analyze household_class',
  )
}

/** What each finished round was signed as: invented numbers, days and names. */
const signings: readonly Signing[] = [
  {
    commune: 'xã Tam Hồng',
    code: '09043',
    number: '145/QĐ-UBND',
    signedOn: plainDate('2021-12-10'),
    signer: 'Nguyễn Văn Khải',
  },
  {
    commune: 'xã Yên Đồng',
    code: '09046',
    number: '98/QĐ-UBND',
    signedOn: plainDate('2021-12-11'),
    signer: 'Trần Thị Loan',
  },
  {
    commune: 'xã Yên Phương',
    code: '09055',
    number: '112/QĐ-UBND',
    signedOn: plainDate('2021-12-10'),
    signer: 'Lê Đức Thọ',
  },
  {
    commune: 'xã Tam Hồng',
    code: '09043',
    number: '201/QĐ-UBND',
    signedOn: plainDate('2025-12-12'),
    signer: 'Phạm Thị Bích',
  },
]

async function tellStory(
  connection: pg.PoolClient,
  { keys, library }: Pick<DemoGround, 'keys' | 'library'>,
  held: Register,
): Promise<void> {
  const old = rounds2021(held)
  const last = round2025(old)
  const finished: Decided[] = []
  for (const [at, round] of [...old, last].entries()) {
    const signing = signings[at]
    if (!signing) throw new Error(`nobody signed ${round.key}`)
    const completed = { ...round, state: 'completed', steps: [...round.steps, ...lastSteps(signing.signedOn)] }
    finished.push({ round, signing, verdicts: await writeRound(connection, library, completed) })
  }
  await decideRounds({ db: connection, keys }, finished)
  const autumn = round2026(last)
  const taken = new Set(autumn.cases.map((c) => c.household.householdId))
  await writeRound(connection, library, autumn)
  await writeRound(connection, library, roundThisMonth(held, taken))
}

export const demoWelcome = ({ password, accounts }: Demo): string =>
  [
    'BẢN MẪU - dữ liệu trình diễn. Đăng nhập bằng một trong các tài khoản / Sign in as one of:',
    ...accounts.map((a) => `  ${a.login.padEnd(12)} ${a.name} (${a.areaName})`),
    `Mật khẩu chung / Password of all: ${password}`,
  ].join('\n')

/** The demo: real places, invented people. Loaded once, where the database holds no account. */
import type pg from 'pg'
import { loadDemoPlaces } from '#features/areas/demoPlaces.ts'
import type { DemoAccount } from '#features/people/routes.ts'
import type { Library } from '#features/standards/library.ts'
import { type Clock, todayOf } from '#platform/server/clock.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import type { Settings } from '#platform/server/settings.ts'
import { addDemoAccounts, demoAccounts, demoPassword } from './accounts.ts'

export type DemoGround = {
  readonly owner: pg.Pool
  readonly keys: Keys
  readonly library: Library
  readonly settings: Settings
  readonly clock: Clock
}
export type Demo = { readonly password: string; readonly accounts: readonly DemoAccount[] }

/** All or nothing; a database that already holds an account is left as it is. */
export async function loadDemo(ground: DemoGround): Promise<Demo> {
  const connection = await ground.owner.connect()
  try {
    const { rows } = await connection.query('select 1 from account limit 1')
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

async function fill(connection: pg.PoolClient, { clock }: DemoGround): Promise<void> {
  await loadDemoPlaces(connection, todayOf(clock))
  await addDemoAccounts(connection)
}

export const demoWelcome = ({ password, accounts }: Demo): string =>
  [
    'BẢN MẪU - dữ liệu trình diễn. Đăng nhập bằng một trong các tài khoản / Sign in as one of:',
    ...accounts.map((a) => `  ${a.login.padEnd(12)} ${a.name} (${a.areaName})`),
    `Mật khẩu chung / Password of all: ${password}`,
  ].join('\n')

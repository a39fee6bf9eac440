/** The demo: real places, invented people. Loaded once, where the database holds no account of a person. */
import type pg from 'pg'
import { demoAccounts, demoPassword } from '#features/people/demo/accounts.ts'
import { type Clock, todayOf } from '#platform/server/clock.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { type Needs, rooms } from './rooms.ts'

export type Ground = Needs & { readonly owner: pg.Pool; readonly keys: Keys; readonly clock: Clock }

/** All or nothing; a database that already holds a person's account is left as it is. */
export async function loadDemo({ owner, keys, clock, library }: Ground): Promise<void> {
  const db = await owner.connect()
  try {
    const { rows } = await db.query('select 1 from account where id <> nb_system() limit 1')
    if (rows.length > 0) return
    await db.query('begin')
    for (const room of rooms) await room.demo?.({ db, keys, today: todayOf(clock), library })
    await db.query('commit')
    await db.query('analyze')
  } catch (error) {
    await db.query('rollback')
    throw error
  } finally {
    db.release()
  }
}

export const demoWelcome = (): string =>
  [
    'BẢN MẪU - dữ liệu trình diễn. Đăng nhập bằng một trong các tài khoản / Sign in as one of:',
    ...demoAccounts().map((a) => `  ${a.login.padEnd(12)} ${a.name} (${a.areaName})`),
    `Mật khẩu chung / Password of all: ${demoPassword}`,
  ].join('\n')

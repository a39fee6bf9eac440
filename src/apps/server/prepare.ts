/** What a start does before it serves: migrate, load the units and the law, open the keys. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { loadNation, refreshTree } from '#features/areas/load.ts'
import type { Library } from '#features/standards/library.ts'
import { type Clock, todayOf } from '#platform/server/clock.ts'
import { migrate } from '#platform/server/database/migrate.ts'
import { StartFailure } from '#platform/server/embedded/failure.ts'
import { installQueue } from '#platform/server/jobs/install.ts'
import { createKeys, type Keys, openKeys } from '#platform/server/keys/keys.ts'
import { hashOfToken, newToken } from '#platform/server/session.ts'
import { allJobs } from './jobs.ts'
import { keepLawTexts } from './lawTexts.ts'

export const keyPath = (dataDir: string): string => join(dataDir, 'keys', 'keys.json')

export type Ground = {
  readonly owner: pg.Pool
  readonly ownerUrl: string
  readonly dataDir: string
  readonly clock: Clock
  readonly library: Library
}

/** Keys are made once. A database with sealed values and no key file is a restore without its keys: said, not hidden. */
async function keysFor({ owner, dataDir }: Ground): Promise<Keys> {
  const path = keyPath(dataDir)
  if (existsSync(path)) return openKeys(path)
  const { rows } = await owner.query<{ people: number; papers: number }>(
    `select (select count(*)::int from member where citizen_id_sealed is not null) as people,
            (select count(*)::int from certificate) as papers`,
  )
  const { people = 0, papers = 0 } = rows[0] ?? {}
  if (people + papers > 0)
    throw new StartFailure({
      vi: `Thiếu tệp khóa ${path}: ${people} số định danh không đọc được và ${papers} giấy đã ký không kiểm tra được. Hãy khôi phục tệp khóa rồi chạy lại.`,
      en: `The key file ${path} is missing: ${people} citizen ids cannot be read and ${papers} signed papers cannot be checked. Restore the key file and start again.`,
    })
  return createKeys(path)
}

/** A fresh one-time token for the first administrator, while there is no account; older unused ones end. */
export async function setupTokenFor(owner: pg.Pool): Promise<string | null> {
  const { rows } = await owner.query('select 1 from account where id <> nb_system() limit 1')
  await owner.query('delete from setup_token where used_at is null')
  if (rows.length > 0) return null
  const token = newToken()
  await owner.query('insert into setup_token (token_hash) values ($1)', [hashOfToken(token)])
  return token
}

export async function prepare(ground: Ground): Promise<Keys> {
  const { owner, ownerUrl, clock, library } = ground
  await migrate(ownerUrl)
  await installQueue(ownerUrl, allJobs)
  const connection = await owner.connect()
  try {
    const today = todayOf(clock)
    if (!(await loadNation(connection, today))) await refreshTree(connection, today)
  } finally {
    connection.release()
  }
  await keepLawTexts(owner, library)
  return keysFor(ground)
}

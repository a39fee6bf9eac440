/** The keys a database was written with, by kind and id. The secrets themselves stand in the key file alone. */
import type pg from 'pg'
import type { KeyId } from './keys.ts'

export async function listKnownKeys(owner: pg.Pool): Promise<KeyId[]> {
  const { rows } = await owner.query<KeyId>('select kind, id from known_key order by known_since, kind, id')
  return rows
}

/** Remembers keys; those known already stay as they are. */
export async function rememberKeys(owner: pg.Pool, keys: readonly KeyId[]): Promise<void> {
  await owner.query(
    'insert into known_key (kind, id) select * from unnest($1::text[], $2::text[]) on conflict do nothing',
    [keys.map((key) => key.kind), keys.map((key) => key.id)],
  )
}

/** The keys of this database: made at its first start, and from then on no other installation's are taken for them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { Problem } from '#kernel/problem.ts'
import { explainDiskError, StartFailure } from '#platform/server/embedded/failure.ts'
import { createKeys, type KeyId, type Keys, listKeyIds, openKeys } from '#platform/server/keys/keys.ts'
import { listKnownKeys, rememberKeys } from '#platform/server/keys/known.ts'

export const keyPath = (dataDir: string): string => join(dataDir, 'keys', 'keys.json')

/** What only the right key file opens: how much there is of it. */
async function countLocked(owner: pg.Pool): Promise<{ people: number; papers: number }> {
  const { rows } = await owner.query<{ people: number; papers: number }>(
    `select (select count(*)::int from member where citizen_id_sealed is not null) as people,
            (select count(*)::int from certificate) as papers`,
  )
  return rows[0] ?? { people: 0, papers: 0 }
}

function missing(path: string, { people, papers }: { people: number; papers: number }): StartFailure {
  const lost =
    people + papers > 0
      ? {
          vi: `: ${people} số định danh không đọc được và ${papers} giấy đã ký không kiểm tra được`,
          en: `: ${people} citizen ids cannot be read and ${papers} signed papers cannot be checked`,
        }
      : { vi: ' của cơ sở dữ liệu này', en: ' that this database was made with' }
  return new StartFailure({
    vi: `Thiếu tệp khóa ${path}${lost.vi}. Hãy khôi phục tệp khóa rồi chạy lại.`,
    en: `The key file ${path} is missing${lost.en}. Restore the key file and start again.`,
  })
}

const ofAnother = (path: string, lacking: readonly string[]) =>
  new StartFailure({
    vi: `Tệp khóa ${path} không phải của cơ sở dữ liệu này: thiếu khóa ${lacking.join(', ')}. Hãy đặt lại đúng tệp khóa rồi chạy lại; chưa có gì thay đổi.`,
    en: `The key file ${path} does not belong to this database: it lacks the key ${lacking.join(', ')}. Put the right key file back and start again; nothing was changed.`,
  })

/** Keys that sealed a number or signed a paper, told by what they left, in a database that does not list them yet. */
async function listUsedKeys(owner: pg.Pool): Promise<KeyId[]> {
  const { rows } = await owner.query<KeyId>(
    `select distinct 'field' as kind, split_part(sealed, '.', 2) as id
       from member, unnest(array[citizen_id_sealed, insurance_no_sealed]) as sealed where sealed is not null
     union select distinct 'signing', split_part(signed, '.', 1) from certificate
     union select distinct 'signing', split_part(signed, '.', 1) from decision where signed is not null`,
  )
  return rows
}

/** Tries one sealed number under each key that sealed any: two files may name their keys alike. */
async function proveByTrying(owner: pg.Pool, keys: Keys, used: readonly KeyId[]): Promise<string[]> {
  const failed: string[] = []
  for (const { id } of used.filter((key) => key.kind === 'field')) {
    const { rows } = await owner.query<{ row: string; column: string; sealed: string }>(
      `select id as row, given.column, given.sealed
         from member, lateral (values ('citizen_id_sealed', citizen_id_sealed), ('insurance_no_sealed', insurance_no_sealed))
              as given ("column", sealed)
        where split_part(given.sealed, '.', 2) = $1 limit 1`,
      [id],
    )
    const [tried] = rows
    if (tried && !opens(keys, tried)) failed.push(id)
  }
  return failed
}

function opens(keys: Keys, { row, column, sealed }: { row: string; column: string; sealed: string }): boolean {
  try {
    keys.decrypt(sealed, { table: 'member', column, row })
    return true
  } catch {
    return false
  }
}

const lackingIn = (held: readonly KeyId[], needed: readonly KeyId[]): string[] =>
  needed.filter((n) => !held.some((h) => h.kind === n.kind && h.id === n.id)).map(({ id }) => id)

/** Yesterday's data lists no keys: what they left behind is asked instead. */
async function proveUnlisted(owner: pg.Pool, path: string, keys: Keys): Promise<void> {
  const used = await listUsedKeys(owner)
  const lacking = lackingIn(listKeyIds(path), used)
  const wrong = lacking.length > 0 ? lacking : await proveByTrying(owner, keys, used)
  if (wrong.length > 0) throw ofAnother(path, wrong)
}

async function openOrMake(owner: pg.Pool, path: string, known: readonly KeyId[]): Promise<Keys> {
  if (existsSync(path)) {
    const lacking = lackingIn(listKeyIds(path), known)
    if (lacking.length > 0) throw ofAnother(path, lacking)
    const keys = openKeys(path)
    if (known.length === 0) await proveUnlisted(owner, path, keys)
    return keys
  }
  const locked = await countLocked(owner)
  if (known.length + locked.people + locked.papers > 0) throw missing(path, locked)
  return createKeys(path)
}

/**
 * Opens the keys, made where neither the file nor the database knows any; a fresh key of the file becomes known. Throws
 * StartFailure where the file is missing, damaged, open to others or another installation's. Not for two starts at once.
 */
export async function keysFor(owner: pg.Pool, path: string): Promise<Keys> {
  try {
    const keys = await openOrMake(owner, path, await listKnownKeys(owner))
    await rememberKeys(owner, listKeyIds(path))
    return keys
  } catch (error) {
    if (error instanceof Problem) throw new StartFailure(error.said, error)
    throw explainDiskError(error, path)
  }
}

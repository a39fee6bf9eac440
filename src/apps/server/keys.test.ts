/** A key file that belongs to another database is never taken, and the right one always is. */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPool } from '#platform/server/database/open.ts'
import { StartFailure } from '#platform/server/embedded/failure.ts'
import { newId } from '#platform/server/ids.ts'
import { type Keys, listKeyIds, rotateKey } from '#platform/server/keys/keys.ts'
import { cloneDatabase, type TestDatabase } from '#test/database.ts'
import { keyPath, keysFor } from './keys.ts'

let database: TestDatabase
let owner: pg.Pool
let folder: string
const ours = () => keyPath(join(folder, 'ours'))
const theirs = () => keyPath(join(folder, 'theirs'))

beforeEach(async () => {
  database = await cloneDatabase('empty')
  owner = openPool({ url: database.url, asApplication: false, max: 2 })
  folder = await mkdtemp(join(tmpdir(), 'nang-buoc-keys-'))
})
afterEach(async () => {
  await owner.end()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const known = async () => (await owner.query('select kind, id from known_key order by 1, 2')).rows
const sorted = (path: string) => listKeyIds(path).sort((a, b) => `${a.kind}${a.id}`.localeCompare(`${b.kind}${b.id}`))

/** Mai's family, whose citizen id is sealed. */
async function seal(keys: Keys): Promise<void> {
  const [household, member, village] = [newId(), newId(), newId()]
  await owner.query('insert into area (id) values ($1)', [village])
  await owner.query(
    `insert into household (household_id, village_id, head_person_id, head_name, search, started_on)
     values ($1, $2, $3, 'Vũ Thị Mai', 'vu thi mai', '2020-01-01')`,
    [household, village, newId()],
  )
  await owner.query(
    `insert into member (household_id, home_id, id, person_id, full_name, sex, birth_year, relation, ethnicity, joined_on,
       join_reason, citizen_id_sealed, citizen_id_end)
     values ($1, $5, $2, $3, 'Vũ Thị Mai', 'female', 1985, 'head', '01', '2020-01-01', 'listed', $4, '234')`,
    [
      household,
      member,
      newId(),
      keys.encrypt('026185001234', { table: 'member', column: 'citizen_id_sealed', row: member }),
      village,
    ],
  )
}

/** As yesterday's build left it: no key is listed. */
const forgetKnown = () => owner.query('delete from known_key')

async function refused(path: string): Promise<StartFailure> {
  const error = await keysFor(owner, path).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(StartFailure)
  return error as StartFailure
}

describe('the first start', () => {
  it('makes the keys and lists them in the database', async () => {
    await keysFor(owner, ours())
    expect(await known()).toEqual(sorted(ours()))
    expect(await known()).toHaveLength(4)
  })

  it('with another data folder on the same database makes no second set', async () => {
    await keysFor(owner, ours())
    const said = await refused(theirs())
    expect(said.vi).toContain(theirs())
    expect(said.en).toContain('is missing')
    expect(() => readFileSync(theirs())).toThrow(/ENOENT/)
  })
})

describe('a later start', () => {
  it('refuses the key file of another installation and names the keys it lacks', async () => {
    await keysFor(owner, ours())
    const before = await known()
    rmSync(ours())
    const other = await cloneDatabase('empty')
    const elsewhere = openPool({ url: other.url, asApplication: false, max: 1 })
    await keysFor(elsewhere, theirs())
    await elsewhere.end()
    await other.drop()
    copyFileSync(theirs(), ours())
    const said = await refused(ours())
    for (const { id } of before) expect(said.en).toContain(id)
    expect(said.vi).toContain('không phải của cơ sở dữ liệu này')
    expect(await known()).toEqual(before)
  })

  it('takes a fresh key that was made in between, and from then on asks for it', async () => {
    await keysFor(owner, ours())
    mkdirSync(join(folder, 'backup'), { mode: 0o700 })
    const backup = join(folder, 'backup', 'keys.json')
    copyFileSync(ours(), backup)
    rotateKey(ours(), 'signing')
    await keysFor(owner, ours())
    expect(await known()).toHaveLength(5)
    const fresh = listKeyIds(ours()).find(({ kind }) => kind === 'signing')
    chmodSync(backup, 0o600)
    expect((await refused(backup)).en).toContain(fresh?.id)
  })

  it('reads a key file that an editor of Windows has saved', async () => {
    await keysFor(owner, ours())
    writeFileSync(ours(), `\uFEFF${readFileSync(ours(), 'utf8').replaceAll('\n', '\r\n')}`)
    await keysFor(owner, ours())
    expect(await known()).toHaveLength(4)
  })

  it('says in words what is wrong with a damaged or open file', async () => {
    await keysFor(owner, ours())
    chmodSync(ours(), 0o644)
    expect((await refused(ours())).vi).toContain('Người khác trên máy đọc được')
    chmodSync(ours(), 0o600)
    writeFileSync(ours(), '{')
    expect((await refused(ours())).vi).toContain('bị hỏng')
  })
})

describe("yesterday's data, which lists no keys", () => {
  it('is opened by its own file, which is listed from then on', async () => {
    await seal(await keysFor(owner, ours()))
    await forgetKnown()
    await keysFor(owner, ours())
    expect(await known()).toEqual(sorted(ours()))
  })

  it('refuses the file of another, and one that only names its keys alike', async () => {
    await seal(await keysFor(owner, ours()))
    await forgetKnown()
    const own = readFileSync(ours(), 'utf8')
    const { field } = JSON.parse(own)
    const other = JSON.stringify({ ...JSON.parse(own), field: [{ ...field[0], id: 'ffffffff' }] })
    writeFileSync(ours(), other)
    expect((await refused(ours())).en).toContain(field[0].id)
    const alike = JSON.stringify({ ...JSON.parse(own), field: [{ ...field[0], secret: 'A'.repeat(43) }] })
    writeFileSync(ours(), alike)
    expect((await refused(ours())).en).toContain(field[0].id)
    expect(await known()).toEqual([])
  })

  it('without its file is not given a new one', async () => {
    await seal(await keysFor(owner, ours()))
    await forgetKnown()
    rmSync(ours())
    expect((await refused(ours())).en).toContain('1 citizen ids cannot be read')
  })
})

/** What an own server and its logins are refused for, on the real server of the tests. */
import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { cloneDatabase, type TestDatabase } from '#test/database.ts'
import { StartFailure } from '../embedded/failure.ts'
import { explainDatabaseError } from './explain.ts'
import { migrate, migrationOf, readMigrations } from './migrate.ts'
import { faultOfServer, proveApplicationLogin, proveServer } from './prove.ts'

let admin: pg.Client
let database: TestDatabase
const mark = randomBytes(4).toString('hex')
const password = 'mot-mat-khau'
const role = (name: string) => `nb_${name}_${mark}`
const roles = ['member', 'stranger', 'strong', 'crowded', 'plain']
const latin = `nb_latin_${mark}`
const bare = `nb_bare_${mark}`

const at = (url: string, { login, word, name }: { login?: string; word?: string; name?: string }): string => {
  const other = new URL(url)
  if (login) Object.assign(other, { username: role(login), password: word ?? password })
  if (name) other.pathname = `/${name}`
  return other.href
}
const refusal = async (work: Promise<unknown>): Promise<StartFailure> => {
  const error = await work.then(
    () => new Error('went through'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StartFailure)
  return error as StartFailure
}

beforeAll(async () => {
  database = await cloneDatabase('empty')
  admin = new pg.Client({ connectionString: inject('server') })
  await admin.connect()
  for (const name of roles) await admin.query(`create role ${role(name)} login password '${password}'`)
  await admin.query(`grant nb_app to ${role('member')}, ${role('strong')}, ${role('crowded')}`)
  await admin.query(`alter role ${role('strong')} bypassrls`)
  await admin.query(`alter role ${role('crowded')} connection limit 0`)
  await admin.query(`create database ${latin} template template0 encoding 'LATIN1' locale 'C'`)
  await admin.query(`create database ${bare} template template0 encoding 'UTF8' owner ${role('plain')}`)
})
afterAll(async () => {
  await database.drop()
  for (const name of [latin, bare]) await admin.query(`drop database ${name} with (force)`)
  for (const name of roles) await admin.query(`drop role ${role(name)}`)
  await admin.end()
})

describe('an own server is refused in one sentence that names DATABASE_URL', () => {
  const server = () => inject('server')
  it.each([
    ['where nobody answers', () => 'postgres://a:b@127.0.0.1:1/x', 'Không kết nối được', 'does not answer'],
    ['whose host nobody knows', () => 'postgres://a:b@no-such-host.invalid/x', 'Không tìm thấy', 'is not known'],
    ['with a wrong password', () => at(server(), { login: 'plain', word: 'sai' }), 'mật khẩu', 'refused the name'],
    ['without the database', () => at(server(), { name: 'nb_none' }), 'chưa có', 'does not exist'],
    ['that has no connection left', () => at(server(), { login: 'crowded' }), 'hết số kết nối', 'no more connections'],
    ['that is not in UTF8', () => at(server(), { name: latin }), 'bảng mã LATIN1', 'encoded in LATIN1'],
  ])('%s', async (_, url, vi, en) => {
    const said = await refusal(proveServer(url()))
    expect(said.vi).toContain(vi)
    expect(said.en).toContain(en)
  })

  it('older than 15, or without an extension that is needed', () => {
    const good = { version: 150_018, encoding: 'UTF8', extensions: ['pg_trgm', 'btree_gist', 'plpgsql'] }
    expect(faultOfServer(good)).toBeNull()
    expect(faultOfServer({ ...good, version: 140_012 })?.en).toContain('PostgreSQL 14')
    expect(faultOfServer({ ...good, extensions: ['plpgsql', 'btree_gist'] })?.en).toContain('extension pg_trgm')
  })

  it('of an owner who may not create the role of the application, with nothing left behind', async () => {
    const url = at(inject('server'), { login: 'plain', name: bare })
    await proveServer(url)
    const said = await refusal(migrate(url, { through: 'DATABASE_URL' }))
    expect(said.vi).toMatch(/0001_foundation\.sql.*CREATEROLE/)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query(`select count(*)::int as n from pg_class where relname = 'area'`)
    expect(rows).toEqual([{ n: 0 }])
    await client.end()
  })
})

describe('a login for the application', () => {
  it('that is an ordinary member of nb_app on the same database is taken', async () => {
    await proveApplicationLogin(database.url, at(database.url, { login: 'member' }))
  })

  it.each([
    ['with a wrong password', { login: 'member', word: 'sai' }, 'refused the name or password of APP_DATABASE_URL'],
    ['that is no member of nb_app', { login: 'stranger' }, 'GRANT nb_app TO'],
    ['that can bypass row security', { login: 'strong' }, 'BYPASSRLS'],
    ['on another database', { login: 'member', name: 'postgres' }, 'two different databases'],
    ['without a connection left', { login: 'crowded' }, 'no more connections'],
  ])('%s is refused', async (_, where, en) => {
    const said = await refusal(proveApplicationLogin(database.url, at(database.url, where)))
    expect(said.en).toContain(en)
  })

  it('that is the superuser is refused', async () => {
    expect((await refusal(proveApplicationLogin(database.url, database.url))).en).toContain('SUPERUSER')
  })
})

describe('a migration', () => {
  it('has the same hash whatever line ends the checkout made', async () => {
    for (const { name, text, hash } of await readMigrations())
      expect(migrationOf(name, text.replaceAll('\n', '\r\n'))).toEqual({ name, text, hash })
  })

  it('that was kept by the hash of its Windows line ends is known again', async () => {
    const [first] = await readMigrations()
    const windows = createHash('sha256')
      .update(first?.text.replaceAll('\n', '\r\n') ?? '')
      .digest('hex')
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query('update schema_migration set hash = $1 where name = $2', [windows, first?.name])
    await client.end()
    expect(await migrate(database.url)).toEqual([])
  })

  it('that finds the disk full is named, and says so', async () => {
    const full = `do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`
    const all = [...(await readMigrations()), migrationOf('9999_large.sql', full)]
    const said = await refusal(migrate(database.url, { migrations: all }))
    expect(said.vi).toMatch(/9999_large\.sql.*chưa thay đổi gì.*đã đầy/)
    expect(said.en).toMatch(/9999_large\.sql.*nothing of that step was kept.*is full/)
  })
})

it('what is said of an own server is not said of the one that comes with the program', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
  expect(explainDatabaseError(refused, null)).toBe(refused)
  expect(explainDatabaseError(refused, 'APP_DATABASE_URL')).toMatchObject({ en: expect.stringContaining('APP_') })
})

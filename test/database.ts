/** A database of one's own for a test file, cloned from a template and dropped afterwards. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> }

export const cloneDatabase = (template: 'empty' | 'world'): Promise<TestDatabase> =>
  cloneOf(inject('templates')[template])

/** A copy of a database that nobody is connected to. */
export async function cloneOf(template: string): Promise<TestDatabase> {
  const server = inject('server')
  const name = `nb_test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name} template ${template}`)
  // Connections of a test's own know every migration; those of the program say which they know.
  await admin.query(`alter database ${name} set nb.schema = 'z'`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: async () => {
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

/** One start at a time works on a database: a second one waits, and finds everything done. */
import type { Through } from './explain.ts'
import { locks } from './locks.ts'
import { openLine } from './prove.ts'

const waits =
  'Một chương trình khác đang chuẩn bị cơ sở dữ liệu này, xin đợi. / Another program is preparing this database, waiting.'

type Where = { readonly ownerUrl: string; readonly through: Through; readonly log: (line: string) => void }

/** Does `work` while no other start does such work on the same database. The lock ends with its connection. */
export async function alone<T>({ ownerUrl, through, log }: Where, work: () => Promise<T>): Promise<T> {
  const line = await openLine(ownerUrl, through)
  try {
    const { rows } = await line.query('select pg_try_advisory_lock($1) as held', [locks.start])
    if (!rows[0]?.held) {
      log(waits)
      await line.query('select pg_advisory_lock($1)', [locks.start])
    }
    return await work()
  } finally {
    await line.end().catch(() => {})
  }
}

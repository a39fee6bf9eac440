/** What this room holds of a unit: the questions of its bank, which a change of units moves nowhere; and of an official: what they were tested in. */
import { sql } from 'kysely'
import { unitBack, unitGone } from '#features/areas/events.ts'
import { overAs } from '#features/areas/queries.ts'
import { recordsJoined } from '#features/people/events.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Touch } from '#platform/server/touches.ts'
import { testProblem } from './problems.ts'

export const testTouches: readonly Touch[] = [
  {
    of: 'unit',
    // Of a unit that never was nothing may be kept.
    forbids: async (db, { id, act }) => {
      if (act !== unitGone) return null
      const { rows } = await sql<{ questions: number }>`
        select count(*)::int as questions from question q where q.area_id = ${id}`.execute(db)
      const [kept = { questions: 0 }] = rows
      return kept.questions > 0 ? testProblem('tests.unit_held', kept) : null
    },
    holds: async (db, { id, act }) => {
      if (act === unitBack || act === unitGone) return []
      const { rows } = await sql<{ count: number; over: AreaId[] }>`
        select count(*)::int as count, ${overAs(sql`${id}`)} as over from question q
          join area_reach r on r.area_id = q.area_id and r.over_id = ${id} where q.out_at is null`.execute(db)
      return rows.map(({ count, over }) => ({
        ...{ count, opens: { page: `/ngan-hang-cau-hoi?noi=${id}`, right: 'question.manage' as const, over } },
        what: {
          vi: 'Câu hỏi trong ngân hàng (đơn vị hết thì ở lại với đơn vị ấy)',
          en: 'Questions of the bank (they stay with a unit that ends)',
        },
      }))
    },
  },
  {
    of: 'official',
    holds: async (db, { id, act }) => {
      if (act !== recordsJoined) return []
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from test_attempt a where a.official_id = ${id}`.execute(db)
      return rows.map(({ count }) => ({ what: { vi: 'Lượt làm bài kiểm tra', en: 'Tests taken' }, count }))
    },
    // Each is at work on a device of their own: which of the two counts is not for the program to say.
    against: async (db, { kept, former }) => {
      const { rows } = await sql<{ title: string }>`
        select o.title from attempts_open_in_both(${kept}, ${former}) o (title)`.execute(db)
      return rows.map(({ title }) => ({
        code: 'attempts_open',
        said: {
          vi: `Cả hai hồ sơ đang làm dở bài kiểm tra "${title}": nộp hoặc đóng bài ấy trước`,
          en: `The test "${title}" is being answered under both records: send or close it first`,
        },
      }))
    },
    joins: (db, { kept, former }) => sql`select attempts_joined(${kept}, ${former})`.execute(db),
  },
]

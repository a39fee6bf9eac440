/** Where the demo's stories stand: the addresses a person would reach by following links. */
import type pg from 'pg'

export type Story = {
  /** The rounds of Tam Hồng: this month's, this autumn's, last year's. */
  readonly month: string
  readonly autumn: string
  readonly lastYear: string
  /** Last year's decision, in force. */
  readonly decision: string
  /** A correction of it that waits to be signed. */
  readonly correction: string
  /** Of this month's round: a form that waits to be checked, and two still to be filled in. */
  readonly waiting: Household
  readonly toSurvey: Household
  readonly toSurveyToo: Household
  /** The steering committee of Tam Hồng, a meeting whose minutes are not signed yet, and one whose signed page is kept. */
  readonly body: string
  readonly meeting: string
  readonly signedMeeting: string
  /** Lê Văn Hùng on the roster. */
  readonly official: string
  /** Phạm Thị Bích there. */
  readonly colleague: string
  /** Tam Hồng today. */
  readonly commune: string
}
export type Household = { readonly household: string; readonly case: string; readonly head: string }

async function one<T extends pg.QueryResultRow>(db: pg.Pool, sql: string, values: unknown[] = []): Promise<T> {
  const { rows } = await db.query<T>(sql, values)
  if (!rows[0]) throw new Error(`the demo holds nothing for: ${sql}`)
  return rows[0]
}

const householdIn = (db: pg.Pool, round: string, state: string, skip = 0) =>
  one<Household>(
    db,
    `select c.household_id as household, c.id as case, h.head_name as head
       from review_case c join household h using (household_id)
      where c.round_id = $1 and c.state = $2 order by h.head_name limit 1 offset $3`,
    [round, state, skip],
  )

export async function findStory(db: pg.Pool): Promise<Story> {
  const round = async (from: string) =>
    one<{ id: string; area_id: string }>(db, 'select id, area_id from round where window_from = $1', [from])
  const month = await round('2026-11-16')
  const lastYear = await round('2025-09-01')
  return {
    month: month.id,
    autumn: (await round('2026-09-01')).id,
    lastYear: lastYear.id,
    decision: (await one<{ id: string }>(db, 'select id from decision where round_id = $1', [lastYear.id])).id,
    correction: (await one<{ id: string }>(db, 'select id from correction')).id,
    waiting: await householdIn(db, month.id, 'submitted'),
    toSurvey: await householdIn(db, month.id, 'assigned'),
    toSurveyToo: await householdIn(db, month.id, 'assigned', 1),
    body: (await one<{ id: string }>(db, `select id from body where kind = 'steering'`)).id,
    meeting: (await one<{ id: string }>(db, 'select id from body_meeting where scan_id is null')).id,
    signedMeeting: (await one<{ id: string }>(db, 'select id from body_meeting where scan_id is not null')).id,
    official: (await one<{ id: string }>(db, `select id from official where full_name = 'Lê Văn Hùng'`)).id,
    colleague: (await one<{ id: string }>(db, `select id from official where full_name = 'Phạm Thị Bích'`)).id,
    commune: month.area_id,
  }
}

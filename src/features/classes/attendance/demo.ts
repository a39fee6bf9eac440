/** Who learnt in the classes of the demo: one that is over, with absences and somebody who did not do enough; one that runs today. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import type { Mark } from './model.ts'
import { fulfils, isThere } from './rules.ts'

type Learner = { readonly id: string; readonly area: string }
type Session = { readonly id: string; readonly day: PlainDate; readonly begins: string }

/** People of the province in these posts on the day, each once. */
async function inPost(db: OwnerConnection, posts: readonly string[], day: PlainDate): Promise<Learner[]> {
  const { rows } = await db.query<Learner>(
    `select distinct on (o.id) o.id, a.area_id as area from official o join appointment a on a.official_id = o.id
       join area_reach r on r.area_id = a.area_id and r.over_id = $1
      where a.post = any ($2::text[]) and a.valid_from <= $3 and coalesce(a.valid_until, 'infinity') > $3 order by o.id limit 24`,
    [demoAreas.phuTho, posts, day],
  )
  return rows
}

const sessionsOf = async (db: OwnerConnection, id: string): Promise<Session[]> =>
  (
    await db.query<Session>(
      `select id, lower(during)::date::text as day, to_char(lower(during), 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"') as begins
         from class_session where class_id = $1 order by during`,
      [id],
    )
  ).rows

/** By whom it was typed from the signed sheet. */
const typist = 'Bùi Thị Đào'

/** What stood of each in each session: the second was excused once, the third came late and stayed away once. */
const markOf = (person: number, session: number): Mark => {
  if (person === 1 && session === 1) return 'excused'
  if (person === 2 && session === 0) return 'late'
  if (person === 2 && session === 2) return 'unexcused'
  return 'present'
}

async function addSeats(db: OwnerConnection, classId: string, people: readonly Learner[]): Promise<void> {
  await insertRows(db, {
    table: 'class_seat',
    columns: columnsIn('id:uuid class_id:uuid area_id:uuid official_id:uuid from_id:uuid state:text'),
    rows: people.map(({ id, area }) => [
      ...[stableId('class_seat', 'demo', classId, id), classId, demoAreas.phuTho, id, area, 'enrolled'],
    ]),
  })
}

async function addClosed(db: OwnerConnection, classId: string, of: Of): Promise<void> {
  const { people, sessions } = of
  const marks = sessions.flatMap((session, at) =>
    people.map(({ id }, person) => ({ session, person: id, mark: markOf(person, at) })),
  )
  await insertRows(db, {
    table: 'attendance_mark',
    columns: columnsIn(
      'session_id:uuid class_id:uuid area_id:uuid official_id:uuid number:smallint mark:text how:text made_name:text made_at:timestamptz',
    ),
    rows: marks.map(({ session, person, mark }) => [
      ...[session.id, classId, demoAreas.phuTho, person, 1, mark, 'paper', typist, session.begins],
    ]),
  })
  await insertRows(db, {
    table: 'session_count',
    columns: columnsIn(
      'session_id:uuid class_id:uuid area_id:uuid number:smallint heads:smallint there:smallint closed:boolean made_name:text made_at:timestamptz',
    ),
    rows: sessions.map((session) => {
      const there = marks.filter((one) => one.session === session && isThere(one.mark)).length
      return [session.id, classId, demoAreas.phuTho, 1, there, there, true, typist, session.begins]
    }),
  })
}
type Of = { readonly people: readonly Learner[]; readonly sessions: readonly Session[] }

/** Who did enough has a turn. */
async function addTurns(db: OwnerConnection, classId: string, { people, sessions }: Of): Promise<void> {
  const on = sessions.at(-1)?.day
  const done = people.filter((_, person) =>
    fulfils(
      sessions.map((_one, at) => markOf(person, at)),
      null,
    ),
  )
  await insertRows(db, {
    table: 'training_turn',
    columns: columnsIn(
      'id:uuid class_id:uuid area_id:uuid official_id:uuid from_id:uuid completed_on:date post:text sex:text ethnicity:text level:smallint',
    ),
    rows: await Promise.all(
      done.map(async ({ id, area }) => {
        const { rows } = await db.query<{ post: string; sex: string; ethnicity: string }>(
          `select o.sex, o.ethnicity, (select a.post from appointment a join post p on p.id = a.post
                    where a.official_id = o.id and a.valid_from <= $2 and coalesce(a.valid_until, 'infinity') > $2
                    order by a.area_id <> $3, p.place limit 1) as post from official o where o.id = $1`,
          [id, on, area],
        )
        const [who] = rows
        return [
          ...[stableId('training_turn', 'demo', classId, id), classId, demoAreas.phuTho, id, area, on],
          ...[who?.post ?? null, who?.sex, who?.ethnicity, 1],
        ]
      }),
    ),
  })
}

export async function addDemoAttendance(db: OwnerConnection, today: PlainDate, ids: Ids): Promise<void> {
  const over = await sessionsOf(db, ids.over)
  const first = over[0]
  if (!first) return
  const leaders = await inPost(db, ['leader', 'office_head', 'specialist'], first.day)
  await addSeats(db, ids.over, leaders)
  await addClosed(db, ids.over, { people: leaders, sessions: over })
  await addTurns(db, ids.over, { people: leaders, sessions: over })
  const running = await sessionsOf(db, ids.running)
  const heads = await inPost(db, ['village_head', 'enumerator', 'cell_secretary'], today)
  await addSeats(db, ids.running, heads)
  // Yesterday is closed; today whoever comes types the code.
  await addClosed(db, ids.running, { people: heads, sessions: running.filter(({ day }) => day < today) })
  const now = running.find(({ day }) => day === today)
  await insertRows(db, {
    table: 'class_walk_in',
    columns: columnsIn(
      'id:uuid session_id:uuid class_id:uuid area_id:uuid full_name:text state:text made_at:timestamptz',
    ),
    rows: now
      ? [[stableId('class_walk_in', 'demo'), now.id, ids.running, demoAreas.phuTho, 'Lò Văn Đến', 'taken', now.begins]]
      : [],
  })
}
type Ids = { readonly over: string; readonly running: string }

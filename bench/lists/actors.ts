/** Who asks: one of each kind of standing, all signed in. */
import type pg from 'pg'
import type { Role } from '#kernel/access.ts'
import { newId } from '#platform/server/ids.ts'
import { hashOfToken } from '#platform/server/session.ts'
import { firstVillage, idOf, type Size } from './size.ts'

type Grant = readonly [Role, string]

export const actorNames = [
  'head',
  'commune60',
  'commune2700',
  'commune7400',
  'ward60000',
  'chair',
  'province',
  'nation',
  'auditor',
  'two',
  'none',
] as const
export type ActorName = (typeof actorNames)[number]

const nation = idOf('nation', 0)
const commune = (n: number): string => idOf('commune', n)

/** What each holds. `head` is the head of a village whose cases are in her hands. */
const grantsOf = (size: Size): Record<ActorName, Grant[]> => ({
  head: [['enumerator', idOf('village', firstVillage(size, 1))]],
  commune60: [['commune_official', commune(0)]],
  commune2700: [['commune_official', commune(1)]],
  commune7400: [['commune_official', commune(2)]],
  ward60000: [['commune_official', commune(3)]],
  chair: [['commune_chair', commune(2)]],
  province: [['province', idOf('province', 0)]],
  nation: [['administrator', nation]],
  auditor: [['auditor', nation]],
  two: [
    ['auditor', commune(1)],
    ['auditor', commune(size.communes.findIndex(({ province }) => province > 0))],
  ],
  none: [],
})

export const cookieOf = (actor: ActorName): string => `nb_session=bench-${actor}`

/** The head of the village is its worker: the cases there are hers. */
const accountOf = (size: Size, actor: ActorName): string =>
  actor === 'head' ? idOf('head', firstVillage(size, 1)) : idOf('actor', actorNames.indexOf(actor))

/** The official of the large commune has begun to take its register to the phone; a ground that is kept tells of its first day. */
export const addTaking = (line: pg.PoolClient, day: string) =>
  line.query(
    `insert into command (id, account_id, endpoint, content_hash, result)
     values ($1, $2, 'surveys.carry', '\\x00', jsonb_build_object('areaId', $3::text, 'day', $4::text))`,
    [idOf('taking', 0), idOf('actor', actorNames.indexOf('commune7400')), commune(2), day],
  )

export async function addActors(line: pg.PoolClient, size: Size): Promise<void> {
  const grants = grantsOf(size)
  for (const actor of actorNames) {
    const account = accountOf(size, actor)
    await line.query(
      `insert into account (id, login, full_name, password_hash, must_change_password)
       values ($1, $2, $2, '-', false) on conflict do nothing`,
      [account, `bench-${actor}`],
    )
    for (const [role, area] of actor === 'head' ? [] : grants[actor])
      await line.query(
        `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, $3, $4, '2021-01-01')`,
        [newId(), account, role, area],
      )
    await line.query(
      `insert into session (id, token_hash, csrf, account_id, expires_at, seen_at)
       values ($1, $2, 'c', $3, now() + interval '10 years', now() + interval '10 years')`,
      [newId(), hashOfToken(`bench-${actor}`), account],
    )
  }
}

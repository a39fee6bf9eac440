/** Where the papers are made: the demo's places and people, and Hùng, who has signed in. */
import type pg from 'pg'
import { keepLawTexts } from '#apps/server/lawTexts.ts'
import { demoAreas, loadDemoPlaces } from '#features/areas/demoPlaces.ts'
import { loadNation } from '#features/areas/load.ts'
import { addDemoAccounts, demoAccountId } from '#features/people/demo/accounts.ts'
import { loadStandards } from '#features/standards/library.ts'
import { systemClock, todayOf } from '#platform/server/clock.ts'
import { newId } from '#platform/server/ids.ts'
import { hashOfToken } from '#platform/server/session.ts'

export const commune = demoAreas.tamHongToday
export const session = { token: 'bench-papers', csrf: 'bench-csrf' }
export const today = todayOf(systemClock)
const hung = demoAccountId('hung')

export async function addPlacesAndHung(owner: pg.Pool): Promise<void> {
  const connection = await owner.connect()
  await loadNation(connection, today)
  await loadDemoPlaces(connection, today)
  await addDemoAccounts(connection)
  connection.release()
  await keepLawTexts(owner, loadStandards())
  await owner.query('update account set must_change_password = false where id = $1', [hung])
  await owner.query(
    `insert into session (id, token_hash, csrf, account_id, expires_at, seen_at)
     values ($1, $2, $3, $4, now() + interval '1 day', now() + interval '1 day')`,
    [newId(), hashOfToken(session.token), session.csrf, hung],
  )
}

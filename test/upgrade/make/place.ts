/** Tam Hồng while the old build runs: who is signed in, what day it is, and which villages there are. */
import type pg from 'pg'
import { demoPassword } from '#features/people/demo/accounts.ts'
import { type Account, holderOf, type Me, nobodyAt, type Person, signIn } from '../person.ts'

type Known = Person & { readonly account: Account }

export type Place = {
  readonly address: string
  /** As the owner of the tables: for finding out which record a story is about. */
  readonly db: pg.Client
  readonly today: string
  readonly commune: string
  readonly villages: readonly string[]
  readonly mai: Known
  readonly hung: Known
  readonly bich: Known
  readonly quantri: Known
}

/** `maiCookie`: of the session that her phone began. */
export async function enterPlace(address: string, db: pg.Client, maiCookie: string): Promise<Place> {
  const [hung, bich, quantri] = await Promise.all(
    ['hung', 'bich', 'quantri'].map((login) => signIn(address, login, demoPassword)),
  )
  if (!hung || !bich || !quantri) throw new Error('nobody came')
  const commune = hung.account.grants[0]?.areaId ?? ''
  type Villages = { areas: { areaId: string; name: string }[] }
  const { areas } = await hung.get<Villages>(`/api/areas/${commune}/children`)
  const numberOf = (name: string) => Number(name.replace(/\D/g, ''))
  const villages = areas.sort((a, b) => numberOf(a.name) - numberOf(b.name)).map((v) => v.areaId)
  const { today } = await nobodyAt(address).get<Me>('/api/me')
  const mai = await holderOf(address, maiCookie)
  return { address, db, today, commune, villages, mai, hung, bich, quantri }
}

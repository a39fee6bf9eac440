/** The register of signed papers: what was signed, what a neighbour can do about it, what anybody learns. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { plainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { decodeSigned } from '#kernel/signed.ts'
import type { Db } from '#platform/server/database/open.ts'
import { signPaper } from '#platform/server/documents/signed.ts'
import { changing } from '#platform/server/doors/standing.ts'
import { newId } from '#platform/server/ids.ts'
import { testDay } from '#test/day.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { beginPaper, registerPapers, replacePapers } from './register.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { tamHongToday, kyThuongToday } = demoAreas
const areasOf: Partial<Record<PersonName, AreaId>> = { hung: tamHongToday, bich: tamHongToday, son: kyThuongToday }
const by = <T>(person: PersonName, work: (db: Db) => Promise<T>): Promise<T> => {
  const area = areasOf[person]
  return changing(world.host, { account: world.idOf(person), areas: area ? [area] : [] }, work)
}

/** A credential as training may one day sign it: a kind of which this room knows nothing. */
const sign = (number: string, id: string = newId()) => ({
  id,
  signed: signPaper(
    {
      v: 1,
      kind: 'training',
      number,
      id,
      issuedBy: { name: 'Xã Tam Hồng', code: '09043' },
      holder: 'Nguyễn Thị Mai',
      states: 'Rà soát hộ nghèo',
      years: null,
      day: testDay,
      hash: '',
    },
    world.host.services.keys,
  ),
})

const june = plainDate('2026-06-01')
async function register(person: 'hung' | 'son', number: string, inForceFrom: typeof june | null = june) {
  const { id, signed } = sign(number)
  const of = { areaId: areasOf[person] as AreaId, series: `training/${areasOf[person]}/2026` }
  await by(person, (db) => registerPapers(db, [{ signed, subjectId: newId(), inForceFrom }], of))
  return { id, signed }
}
const asked = async (id: string) => (await world.nobody.get(`/api/public/papers/${id}`)).json()
const rowOf = async (id: string) => (await world.owner.query('select * from signed_paper where id = $1', [id])).rows[0]

describe('a paper in the register', () => {
  it('stands there as it was signed, and holds no name', async () => {
    const { id, signed } = await register('hung', '0001/TH-2026')
    const row = await rowOf(id)
    const payload = decodeSigned(signed)?.bytes ?? new Uint8Array()
    expect(row).toMatchObject({ kind: 'training', number: '0001/TH-2026', issued_on: testDay, in_force_until: null })
    expect(row.payload_hash).toEqual(createHash('sha256').update(payload).digest())
    expect(JSON.stringify(row)).not.toMatch(/Mai|Tam Hồng/)
    expect(await asked(id)).toEqual({
      known: true,
      kind: 'training',
      number: '0001/TH-2026',
      issuedOn: testDay,
      inForce: true,
      from: june,
      until: null,
      replacedBy: null,
      ended: null,
      instead: null,
      amends: null,
      corrections: [],
      day: testDay,
    })
  })

  it('is registered once, and only where it is a signed paper', async () => {
    const { id, signed } = sign('0002/TH-2026')
    const paper = { signed, subjectId: newId(), inForceFrom: june }
    const of = { areaId: tamHongToday, series: null }
    await by('hung', (db) => registerPapers(db, [paper], of))
    await expect(by('hung', (db) => registerPapers(db, [paper], of))).rejects.toMatchObject({ code: '23505' })
    const forged = { ...paper, signed: 'k.p.s' }
    await expect(by('hung', (db) => registerPapers(db, [forged], of))).rejects.toThrow(RangeError)
    expect((await asked(id)).known).toBe(true)
  })

  it('that waits to be signed by hand is known and in force on no day, until it is', async () => {
    const { id } = await register('hung', '', null)
    expect(await asked(id)).toMatchObject({ known: true, inForce: false, from: null })
    const begins = { number: '12/QĐ-UBND', issuedOn: testDay, from: june }
    await by('hung', (db) => beginPaper(db, id, begins))
    expect(await asked(id)).toMatchObject({ inForce: true, from: june })
    await expect(by('hung', (db) => beginPaper(db, id, begins))).rejects.toThrow('does not wait')
  })

  it('that another replaced says by which number', async () => {
    const [old, next] = [await register('hung', '0003/TH-2026'), await register('hung', '0004/TH-2026')]
    await by('hung', (db) => replacePapers(db, [{ paper: old.id, until: testDay, by: next.id }]))
    expect(await asked(old.id)).toMatchObject({
      inForce: false,
      from: june,
      until: testDay,
      replacedBy: { kind: 'training', number: '0004/TH-2026' },
    })
    expect(await asked(next.id)).toMatchObject({ inForce: true, until: null, replacedBy: null })
  })

  it('names the paper in use, however many came in between; where none is left, the last of them', async () => {
    const chain = [await register('hung', '0021/TH-2026'), await register('hung', '0022/TH-2026')]
    const [third, fourth] = [await register('hung', '0023/TH-2026'), await register('hung', '0024/TH-2026')]
    const all = [...chain, third, fourth]
    for (const [at, { id }] of all.slice(0, 3).entries())
      await by('hung', (db) => replacePapers(db, [{ paper: id, until: testDay, by: all[at + 1]?.id ?? '' }]))
    const last = { kind: 'training', number: '0024/TH-2026' }
    for (const { id } of all.slice(0, 3)) expect(await asked(id)).toMatchObject({ instead: { ...last, inForce: true } })
    expect(await asked(fourth.id)).toMatchObject({ instead: null })
    // Revoked, and nothing follows.
    await world.owner.query('update signed_paper set in_force_until = $2 where id = $1', [fourth.id, testDay])
    for (const { id } of all.slice(0, 3))
      expect(await asked(id)).toMatchObject({ instead: { ...last, inForce: false, until: testDay } })
    // A circle, which nobody makes, has no end and is no reason to go round for ever.
    await world.owner.query('update signed_paper set replaced_by = $2 where id = $1', [fourth.id, all[0]?.id])
    expect(await asked(third.id)).toMatchObject({ inForce: false })
  })

  it('never ends before it begins', async () => {
    const [old, next] = [await register('hung', '0005/TH-2026'), await register('hung', '0006/TH-2026')]
    const before = { paper: old.id, until: plainDate('2026-05-31'), by: next.id }
    await expect(by('hung', (db) => replacePapers(db, [before]))).rejects.toMatchObject({
      constraint: 'signed_paper_period',
    })
  })

  it('changes in nothing but its end: not its kind, its unit, what was signed', async () => {
    const { id } = await register('hung', '0007/TH-2026')
    for (const change of [{ kind: 'slip' }, { area_id: kyThuongToday }, { payload_hash: Buffer.alloc(32) }]) {
      const update = by('hung', (db) => db.updateTable('signed_paper').set(change).execute())
      await expect(update).rejects.toMatchObject({ code: '42501' })
    }
    await expect(by('hung', (db) => db.deleteFrom('signed_paper').execute())).rejects.toMatchObject({ code: '42501' })
    expect(await rowOf(id)).toMatchObject({ kind: 'training', area_id: tamHongToday })
  })
})

describe('the papers of another commune', () => {
  it('are on no list of a neighbour or a stranger, and cannot be issued in its name', async () => {
    const own = await register('son', '0001/TH-2026')
    const listed = (person: PersonName) => by(person, (db) => db.selectFrom('signed_paper').select('id').execute())
    expect(await listed('son')).toEqual([{ id: own.id }])
    expect(await listed('la')).toEqual([])
    expect((await listed('hung')).map((row) => row.id)).not.toContain(own.id)
    const { signed } = sign('0009/TH-2026')
    const posing = { signed, subjectId: newId(), inForceFrom: june }
    for (const person of ['son', 'la'] as const)
      await expect(
        by(person, (db) => registerPapers(db, [posing], { areaId: tamHongToday, series: null })),
      ).rejects.toMatchObject({ code: '42501' })
  })

  it('end by a paper of the commune to which a household moved, and by nobody else', async () => {
    const old = await register('hung', '0010/TH-2026')
    const other = await register('hung', '0011/TH-2026')
    const next = await register('son', '0002/TH-2026')
    const ends = (paper: string, successor: string) => (db: Db) =>
      replacePapers(db, [{ paper, until: testDay, by: successor }])
    await expect(by('la', ends(old.id, next.id))).rejects.toThrow('0 of 1 papers')
    await expect(by('son', ends(old.id, other.id))).rejects.toThrow('0 of 1 papers')
    expect(await asked(old.id)).toMatchObject({ inForce: true, replacedBy: null })
    await by('son', ends(old.id, next.id))
    expect(await asked(old.id)).toMatchObject({ inForce: false, replacedBy: { number: '0002/TH-2026' } })
  })
})

it('keys are told to anybody, and an id that no paper has is unknown', async () => {
  expect((await world.nobody.get('/api/public/keys')).json().keys).toHaveLength(1)
  expect(await asked(newId())).toMatchObject({ known: false, kind: null, inForce: false, replacedBy: null })
  expect((await world.nobody.get('/api/public/papers/1')).statusCode).toBe(400)
})

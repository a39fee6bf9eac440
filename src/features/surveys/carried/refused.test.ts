/** Who takes nothing of Tam Hồng to a phone, and what is given to nobody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { CommandId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { carriedFrom } from '#test/carried.ts'
import { settle, thon1 } from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

const commune = demoAreas.tamHongToday
let world: World
let carried: ReturnType<typeof carriedFrom>
beforeAll(async () => {
  world = await openWorld()
  carried = carriedFrom(world, commune)
  await settle(world, thon1, 'Hà Thị Mang')
})
afterAll(() => world.close())

describe('who may not', () => {
  it.each<PersonName>(['mai', 'son', 'bich', 'lan', 'kiem', 'quantri', 'la'])(
    '%s takes nothing of Tam Hồng',
    async (who) => {
      const taking = await carried.begun()
      for (const reply of [
        await carried.begin(who),
        await carried.askVillages(taking, who),
        await carried.askPart(taking, thon1, who),
      ])
        expect([reply.statusCode, reply.json().code]).toEqual([403, 'access.denied'])
    },
  )

  it('Sơn is told of his own commune alone, and takes it', async () => {
    const { communes } = (await world.as('son').get('/api/carried')).json()
    expect(communes.map((one: { areaId: string }) => one.areaId)).toEqual([demoAreas.kyThuongToday])
    expect((await carried.begin('son', demoAreas.kyThuongToday)).statusCode).toBe(200)
  })

  it('a part is given under a taking of the day alone: of this commune, of this person', async () => {
    const sons = newId<'command'>() as CommandId
    expect((await carried.begin('son', demoAreas.kyThuongToday, sons)).statusCode).toBe(200)
    const yesterday = await carried.begun()
    await world.owner.query(`update command set result = jsonb_set(result, '{day}', '"2026-11-19"') where id = $1`, [
      yesterday,
    ])
    for (const taking of [newId(), sons, yesterday])
      for (const reply of [await carried.askVillages(taking), await carried.askPart(taking, thon1)])
        expect([reply.statusCode, reply.json().code]).toEqual([409, 'surveys.carry_begin'])
  })

  it('neither a village by itself nor a province is carried', async () => {
    const reply = await carried.begin('hung', thon1)
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'surveys.carry_a_commune'])
    expect((await carried.begin('hung', demoAreas.phuTho)).statusCode).toBe(403)
  })
})

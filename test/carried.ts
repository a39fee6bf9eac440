/** The register of a commune as a phone asks for it: a taking, its villages, a village in parts. */
import { expect } from 'vitest'
import type { CarriedHousehold } from '#features/surveys/carried/model.ts'
import type { AreaId, CommandId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import type { PersonName, World } from './world.ts'

type Village = { villageId: AreaId; name: string; households: number; persons: number; parts: number; version: string }
export type Part = { day: string; version: string; households: CarriedHousehold[] }

export function carriedFrom(world: World, commune: AreaId) {
  const begin = (person: PersonName = 'hung', areaId: AreaId = commune, command = newId<'command'>() as CommandId) =>
    world.as(person).post(`/api/carried/${areaId}`, {}, command)
  const askVillages = (taking: string, person: PersonName = 'hung') =>
    world.as(person).get(`/api/carried/${commune}/villages?takingId=${taking}`)
  const askPart = (taking: string, village: AreaId, person: PersonName = 'hung') =>
    world.as(person).get(`/api/carried/${commune}/villages/${village}?takingId=${taking}&part=0`)
  return {
    begin,
    askVillages,
    askPart,
    begun: async (): Promise<CommandId> => {
      const taking = newId<'command'>() as CommandId
      const reply = await begin('hung', commune, taking)
      expect(reply.statusCode, reply.body).toBe(200)
      return taking
    },
    villagesOf: async (taking: string): Promise<Map<AreaId, Village>> => {
      const reply = await askVillages(taking)
      expect(reply.statusCode, reply.body).toBe(200)
      return new Map((reply.json().villages as Village[]).map((one) => [one.villageId, one]))
    },
    partOf: async (taking: string, village: AreaId): Promise<Part> => {
      const reply = await askPart(taking, village)
      expect(reply.statusCode, reply.body).toBe(200)
      return reply.json()
    },
  }
}

import type { World } from './world.ts'

/** A record as a list brings it in: nobody was asked whether somebody of the same name is another person. */
export const unasked = (world: World, officialId: string) =>
  world.owner.query('delete from official_apart where $1 in (one_id, other_id)', [officialId])

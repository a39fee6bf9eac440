import { mustFind } from '#features/people/roster/must.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { daysOfWeek } from '../plan/rules/weeks.ts'
import { dueSeatColumns, dueWishColumns } from './columns.ts'
import * as contract from './contract.ts'
import { seatsDue, seatsOfMine, wishesDue } from './queries.ts'

async function due({ db, input, today }: Pick<Call<typeof contract.showDue>, 'db' | 'input' | 'today'>) {
  const { officialId, name } = await mustFind(db, input.officialId)
  const of = { officialId, today }
  return { name, seats: await seatsDue(db, of), wishes: await wishesDue(db, of) }
}

const show = read(contract.showDue, due)
const seatsFile = fileOf(
  contract.dueSeatsFile,
  async (call) => {
    const { name, seats } = await due(call)
    const title = { vi: `Có tên trong kế hoạch đào tạo: ${name}`, en: `Named in plans of training: ${name}` }
    return { rows: seats, columns: dueSeatColumns, title }
  },
  { whole: true },
)
const wishesFile = fileOf(
  contract.dueWishesFile,
  async (call) => {
    const { name, wishes } = await due(call)
    const title = { vi: `Được cử, đề nghị học: ${name}`, en: `Nominated, or asking to learn: ${name}` }
    return { rows: wishes, columns: dueWishColumns, title }
  },
  { whole: true },
)

const mine = read(contract.mySeats, async ({ db, today }) => ({
  seats: (await seatsOfMine(db, today)).map((seat) => {
    const last = seat.weeks.at(-1)
    return { ...seat, over: last !== undefined && daysOfWeek(seat.year, last)[1] < today }
  }),
}))

export const dueRoutes: Route[] = [show, mine, seatsFile, wishesFile]

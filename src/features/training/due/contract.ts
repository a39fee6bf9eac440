/** What of training is due to one person, on the page of the person. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { listFile } from '#kernel/table.ts'
import { DueSeat, DueWish, MySeat } from './model.ts'

export const showDue = endpoint({
  name: 'due.show',
  method: 'GET',
  right: 'training.read',
  path: '/api/officials/:officialId/training',
  says: {
    vi: 'Một cán bộ có tên trong kế hoạch đào tạo nào, được cử, đề nghị học gì',
    en: 'Plans that name an official, what they are nominated for or ask to learn',
  },
  input: Type.Object({ officialId: IdOf<'official'>() }),
  output: Type.Object({ name: Type.String(), seats: Type.Array(DueSeat), wishes: Type.Array(DueWish) }),
})
export const dueSeatsFile = listFile(showDue, {
  name: 'due.seatsFile',
  path: '/api/officials/:officialId/training/file',
})
export const dueWishesFile = listFile(showDue, {
  name: 'due.wishesFile',
  path: '/api/officials/:officialId/training/wishes/file',
})

/** Whoever has a seat is told of it, whatever else they may read. */
export const mySeats = endpoint({
  name: 'due.mine',
  method: 'GET',
  right: 'signed_in',
  path: '/api/work/training',
  says: { vi: 'Tôi có tên trong kế hoạch đào tạo nào', en: 'Plans of training that name me' },
  input: Type.Object({}),
  output: Type.Object({ seats: Type.Array(MySeat) }),
})

/** Undoing an event of units that was recorded by mistake: what comes back, and the act. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { SaidSchema, ToldSchema, Words } from '#kernel/schema.ts'

const path = { areaEventId: IdOf<'area_event'>() }
/** `formerly`: of one of several of one name, under which unit it hung before the event. */
const Unit = { areaId: IdOf<'area'>(), name: Type.String(), formerly: Type.Union([Type.String(), Type.Null()]) }

export const showAreaUndoing = endpoint({
  name: 'areas.undoing',
  method: 'GET',
  path: '/api/area-events/:areaEventId/undoing',
  right: 'area.write',
  says: {
    vi: 'Những gì trở lại nếu hoàn tác một thay đổi đơn vị',
    en: 'What comes back where a change of units is undone',
  },
  input: Type.Object(path),
  output: Type.Object({
    /** Units that stand again or are as before, each with what comes back to it. */
    back: Type.Array(
      Type.Object({
        ...Unit,
        /** It stood all the time, and hangs again where it hung. */
        moved: Type.Boolean(),
        held: ToldSchema.properties.held,
      }),
    ),
    /** Units that the event had begun; they have no day from then on, each with what goes with it. */
    gone: Type.Array(Type.Object({ ...Unit, held: ToldSchema.properties.held })),
    /** The event is of a day to come: nothing has moved yet. */
    toCome: Type.Boolean(),
    /** Everything that stands against it; nothing where it may be undone. */
    forbids: Type.Array(SaidSchema),
  }),
})

export const undoAreaEvent = endpoint({
  name: 'areas.undo',
  method: 'POST',
  path: '/api/area-events/:areaEventId/undo',
  right: 'area.write',
  says: { vi: 'Hoàn tác một thay đổi đơn vị đã ghi nhầm', en: 'Undo a change of units recorded by mistake' },
  input: Type.Object({ ...path, because: Words(500) }),
  output: Type.Object({ undoneOn: PlainDateSchema }),
})

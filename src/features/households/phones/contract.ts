/** The telephone numbers of a village's households, seen and written down together. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { PrintableLine, seenOf, Words } from '#kernel/schema.ts'
import { LeftOutSchema } from '../model/views.ts'
import { mostPhoned } from './rules.ts'

export const villagePhones = endpoint({
  name: 'households.phones',
  method: 'GET',
  path: '/api/households/phones',
  right: 'household.write',
  says: { vi: 'Số điện thoại của các hộ trong một thôn', en: 'Phones of the households of a village' },
  input: Type.Object({ villageId: IdOf<'area'>() }),
  output: Type.Object({
    households: Type.Array(
      Type.Object({
        householdId: IdOf<'household'>(),
        headName: Type.String(),
        number: Type.String(),
        address: Type.String(),
        /** Empty where none is known. */
        phone: Type.String(),
      }),
    ),
  }),
})

const Phones = Type.Array(Type.Object({ householdId: IdOf<'household'>(), phone: PrintableLine(40) }), {
  minItems: 1,
  maxItems: mostPhoned,
})

export const writePhones = endpoint({
  name: 'households.writePhones',
  method: 'POST',
  path: '/api/households/phones',
  right: 'household.write',
  says: { vi: 'Ghi số điện thoại của nhiều hộ một lần', en: 'Write down the phones of many households at once' },
  input: Type.Object({
    phones: Phones,
    /** The number that each had when it was seen. */
    ...seenOf(Type.Object({ phones: Phones })),
    /** Why a number that other households have is right all the same. */
    sure: Type.Optional(Words(500)),
  }),
  output: Type.Object({ written: Type.Array(IdOf<'household'>()), left: Type.Array(LeftOutSchema) }),
})

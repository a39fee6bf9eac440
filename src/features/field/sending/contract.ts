/** The call by which a phone brings home what it has stored. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { SaidSchema } from '#kernel/schema.ts'

export const sendCommands = endpoint({
  name: 'field.send',
  method: 'POST',
  path: '/api/field/commands',
  right: 'signed_in',
  says: { vi: 'Gửi một gói việc đã làm trên máy', en: 'Send what was done on a device, many at once' },
  brings: 'body',
  input: Type.Object({
    items: Type.Array(
      Type.Object({
        // What is wrong with one of them is said of it and not of all: its own door looks at it.
        id: Type.String(),
        path: Type.String(),
        schemaVersion: Type.Integer(),
        /** The stored bytes as text. */
        body: Type.String(),
      }),
      { maxItems: 100 },
    ),
  }),
  output: Type.Object({
    /** In the order in which they came. */
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        /** As of a request of its own. */
        status: Type.Integer(),
        /** SHA-256 of the bytes of which this is said. */
        hash: Type.String(),
        answer: Type.Optional(Type.Unknown()),
        problem: Type.Optional(
          Type.Object({ code: Type.String(), title: SaidSchema, facts: Type.Record(Type.String(), Type.Unknown()) }),
        ),
      }),
    ),
  }),
})

/** The call by which what a phone sealed comes home, whoever brings it: the phone itself, a colleague's, or the office. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { Nullable, SaidSchema } from '#kernel/schema.ts'

export const deliver = endpoint({
  name: 'field.deliver',
  method: 'POST',
  path: '/api/field/deliveries',
  // Each proves by itself on which phone it was made; who brings it need not be signed in, and is told nothing but what
  // became of it.
  right: 'public',
  says: { vi: 'Nộp phiếu đã niêm phong trên điện thoại', en: 'Bring forms that were sealed on a phone' },
  brings: 'sealed',
  input: Type.Object({
    items: Type.Array(Type.Object({ sealed: Type.String({ maxLength: 400_000 }) }), { maxItems: 100 }),
  }),
  output: Type.Object({
    /** In the order in which they came. */
    items: Type.Array(
      Type.Object({
        /** SHA-256 of the sealed text as it came. */
        hash: Type.String(),
        status: Type.Integer(),
        /** What is said of one that did not simply become the survey of its case: a general sentence, null where there is none. */
        told: Nullable(SaidSchema),
        problem: Type.Optional(Type.Object({ code: Type.String(), title: SaidSchema })),
      }),
    ),
  }),
})

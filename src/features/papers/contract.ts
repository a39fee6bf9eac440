/** What anyone may ask about a paper without signing in: does it still hold, and with which keys are papers checked. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable } from '#kernel/schema.ts'
import { type PaperKind, paperKinds } from '#kernel/signed.ts'
import { scanBytes } from './model.ts'

const KindSchema = Type.Unsafe<PaperKind>(Type.Enum([...paperKinds]))

const numbered = { kind: KindSchema, number: Type.String(), day: Nullable(PlainDateSchema) }
const Numbered = Type.Object(numbered)

export const checkPaper = endpoint({
  name: 'papers.check',
  method: 'GET',
  path: '/api/public/papers/:paperId',
  right: 'public',
  says: { vi: 'Giấy này còn hiệu lực không', en: 'Is this paper still in force' },
  /** The id inside the signed paper (`SignedPaper.id`). No name is told. */
  input: Type.Object({ paperId: IdOf<'signed_paper'>() }),
  output: Type.Object({
    known: Type.Boolean(),
    kind: Nullable(KindSchema),
    /** As the register has them: those of a decision are written by hand after its QR was printed. */
    number: Nullable(Type.String()),
    issuedOn: Nullable(PlainDateSchema),
    inForce: Type.Boolean(),
    from: Nullable(PlainDateSchema),
    /** The first day on which it no longer holds; null: no end is known. */
    until: Nullable(PlainDateSchema),
    /** Why it ended where no other paper ended it, and on which day what it is of did, which may lie before `from`. */
    ended: Nullable(
      Type.Object({
        because: Type.Unsafe<'household_ended'>(Type.Enum(['household_ended'])),
        on: Nullable(PlainDateSchema),
      }),
    ),
    /** The paper that ended it; null where none did, or where its end is only a day. */
    replacedBy: Nullable(Numbered),
    /**
     * The paper in use: what took the place of this one, and what took the place of that, to the one that holds; where none
     * does any more, the last. Of a correction, of the paper that it put in the place of the wrong one.
     */
    instead: Nullable(
      Type.Object({
        ...numbered,
        inForce: Type.Boolean(),
        from: Nullable(PlainDateSchema),
        until: Nullable(PlainDateSchema),
      }),
    ),
    /** Of a correction: the paper that it puts right. */
    amends: Nullable(Numbered),
    /** By which papers a part of what it says was put right while it stays in force; of a correction, what it put right. */
    corrections: Type.Array(
      Type.Object({ number: Type.String(), day: PlainDateSchema, kind: Type.Optional(KindSchema) }),
    ),
    day: PlainDateSchema,
  }),
})

export const publicKeys = endpoint({
  name: 'papers.keys',
  method: 'GET',
  path: '/api/public/keys',
  right: 'public',
  says: { vi: 'Khóa công khai để kiểm tra giấy', en: 'Public keys with which papers are checked' },
  input: Type.Object({}),
  output: Type.Object({ keys: Type.Array(Type.Object({ id: Type.String(), x: Type.String() })) }),
})

/** Asked as soon as the file is chosen, so that what is wrong with it is said at its field; the act looks again. */
export const checkScan = endpoint({
  name: 'papers.checkScan',
  method: 'POST',
  path: '/api/papers/scans/check',
  right: 'decision.enforce',
  says: { vi: 'Xem tệp quét có nhận được không, chưa ghi', en: 'Whether a scan can be taken, write nothing' },
  input: Type.Object({}),
  /** Why it cannot be taken; null where it can. */
  output: Type.Object({ fault: Nullable(Type.Object({ vi: Type.String(), en: Type.String() })) }),
  upload: { maxBytes: scanBytes },
  reads: true,
})

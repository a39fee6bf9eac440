/** The words of joining two records of one person. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

/** What stands against it in the roster, and what to do first. */
export const joinFaults = {
  name: {
    vi: 'Họ tên khác nhau: {kept}; {former}. Nếu một bên ghi sai, hãy sửa cho giống nhau trước.',
    en: 'The names differ: {kept}; {former}. If one is wrong, put it right first.',
  },
  sex: {
    vi: 'Giới tính khác nhau. Nếu một bên ghi sai, hãy sửa trước.',
    en: 'The sexes differ. If one is wrong, put it right first.',
  },
  birth: {
    vi: 'Ngày sinh khác nhau. Nếu một bên ghi sai, hãy sửa trước.',
    en: 'The days of birth differ. If one is wrong, put it right first.',
  },
  citizen_id: {
    vi: 'Hai hồ sơ có hai số CCCD khác nhau: đó là hai người.',
    en: 'The two records have different citizen ids: they are two people.',
  },
  personal_number: {
    vi: 'Hai hồ sơ có hai số hiệu cán bộ khác nhau: đó là hai người, hoặc một số ghi sai; hãy sửa trước.',
    en: 'The two records have different personal numbers: they are two people, or one is wrong; put it right first.',
  },
  account: {
    vi: 'Mỗi hồ sơ nối với một tài khoản; hãy tách một tài khoản trước.',
    en: 'Each record is joined to an account; part one of them first.',
  },
  own: {
    vi: 'Một trong hai hồ sơ nối với tài khoản của chính bạn; người khác gộp giúp.',
    en: 'One of the records is joined to your own account; somebody else joins them.',
  },
  handover: {
    vi: 'Một hồ sơ đang chờ bàn giao; hãy nhận hoặc rút trước.',
    en: 'One of the records waits to be handed over; settle that first.',
  },
  moves: {
    vi: 'Cả hai hồ sơ đều có luân chuyển, biệt phái chưa kết thúc; hãy kết thúc hoặc bỏ một lần trước.',
    en: 'Both records have a rotation or secondment under way; end one of them first.',
  },
  died: {
    vi: 'Một hồ sơ ghi đã qua đời, hồ sơ kia có việc sau ngày đó ({day}); hãy sửa trước.',
    en: 'One record says the person died, the other has work after that day ({day}); put it right first.',
  },
  ends: {
    vi: 'Hai hồ sơ ghi khác nhau ngày thôi giữ chức danh {post} tại {unit}; hãy sửa cho giống nhau trước.',
    en: 'The records differ in when the post of {post} at {unit} ended; put it right first.',
  },
  same_move: {
    vi: 'Chức danh {post} tại {unit} có ở cả hai hồ sơ và là của một lần luân chuyển, biệt phái; hãy bỏ lần ghi thừa (ghi nhầm), hoặc ghi thôi chức danh thừa là ghi nhầm, rồi gộp.',
    en: 'The post of {post} at {unit} is in both records and belongs to a rotation or secondment; take the one too many away as a mistake first.',
  },
  apart: {
    vi: 'Đã có người nói hai hồ sơ này là hai người khác nhau; nếu nói nhầm, hãy rút lại ở danh sách hồ sơ có thể trùng trước.',
    en: 'It was said that these are two people; if that was wrong, take it back in the list of records that may be one person first.',
  },
  standing: {
    vi: 'Cùng một thời gian, hai hồ sơ ghi khác nhau cách giữ chức danh {post} tại {unit}; hãy sửa trước.',
    en: 'For the same time the records differ in how the post of {post} at {unit} is held; put it right first.',
  },
} as const satisfies Record<string, Said>
export type JoinFault = keyof typeof joinFaults

/** Particulars of which both records say something, and not the same; of languages those of both are kept. */
export const differing = ['ethnicity', 'phone', 'languages'] as const
export type Differing = (typeof differing)[number]

export const AgainstView = Type.Object({
  code: Type.String(),
  said: SaidSchema,
  /** Where it is put right, of what the actor may open. */
  opens: Type.Array(Type.Object({ name: SaidSchema, page: Type.String() })),
})

/** What tells a record apart where posts and unit do not. */
export const ApartBy = Type.Object({
  /** The day on which somebody entered it by hand; of a list nobody says. */
  enteredOn: Nullable(PlainDateSchema),
  phoneEnd: Nullable(Type.String()),
  personalNumberEnd: Nullable(Type.String()),
  citizenIdEnd: Nullable(Type.String()),
})

/** Two records that may be of one person. */
export const DoubleRow = Type.Object({
  oneId: IdOf<'official'>(),
  otherId: IdOf<'official'>(),
  name: Type.String(),
  otherName: Type.String(),
  birthYear: Type.Integer(),
  oneUnit: Type.String(),
  otherUnit: Type.String(),
  /** The posts, the latest first, with the last day of those that have ended. */
  onePost: Nullable(SaidSchema),
  otherPost: Nullable(SaidSchema),
  oneBy: ApartBy,
  otherBy: ApartBy,
})
export type Double = Static<typeof DoubleRow>

/** Two that are alike, and who said that they are two people. */
export const ApartRow = Type.Object({
  ...DoubleRow.properties,
  apartId: IdOf<'official_apart'>(),
  because: Type.String(),
  by: Type.String(),
  on: PlainDateSchema,
})
export type Apart = Static<typeof ApartRow>

/** A record that is alike to one, and why they are two people where somebody has said so. */
export const AlikeRow = Type.Object({
  otherId: IdOf<'official'>(),
  name: Type.String(),
  unitName: Type.String(),
  because: Nullable(Type.String()),
})

/** A record that went into another. */
export const FormerRow = Type.Object({
  formerId: IdOf<'official'>(),
  name: Type.String(),
  unitName: Type.String(),
  because: Type.String(),
  by: Type.String(),
})

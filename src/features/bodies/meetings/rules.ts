import type { PlainDate } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import type { Moved } from './model.ts'

/** Whether a meeting of that day and hour is over: one without an hour is not before the day is. */
export const isPast = (
  { on, time }: Pick<Moved, 'on' | 'time'>,
  now: { readonly day: PlainDate; readonly time: string },
) => on < now.day || (on === now.day && time !== null && time < now.time)

const place = ({ on, time, place }: Moved): string => JSON.stringify([on, time, place])
/** What who was invited is told: from where it was moved, where day, hour or place changed before it was held. */
export const movesAfter = (was: Moved & { readonly moves: readonly Moved[] }, next: Moved, held: boolean): Moved[] =>
  held || place(was) === place(next) ? [...was.moves] : [...was.moves, { on: was.on, time: was.time, place: was.place }]

/** Whether minutes say what was concluded and who was there: only such are printed and signed. */
export const isWritten = (of: {
  readonly present: readonly unknown[]
  readonly conclusions: readonly unknown[]
}): boolean => of.present.length > 0 && of.conclusions.length > 0

type Sitting = { readonly officialId: string; readonly role: string }
/** Whether it is known who led a meeting: the head who was there, or who stood in. */
export const isChaired = (
  { present, chairedBy }: { readonly present: readonly string[]; readonly chairedBy: string | null },
  members: readonly Sitting[],
): boolean =>
  chairedBy !== null || members.some(({ role, officialId }) => role === 'head' && present.includes(officialId))

/** A fingerprint as people compare it on a page: its first twelve digits, four by four. */
export const codeOf = (fingerprint: string): string => (fingerprint.slice(0, 12).match(/.{4}/g) ?? []).join(' ')

/** "Mã văn bản: 3fa9 12bc 77de", at the foot of printed minutes. */
export const codeSaid = (fingerprint: string): string => `Mã văn bản: ${codeOf(fingerprint)}`

// What a task does to the minutes of its meeting: printed copies carry a code of the text that they had.

type OfMeeting = { readonly minutes: unknown; readonly isSigned: boolean }

/** Null where there are no minutes yet. */
export function givenOnPaper({ minutes, isSigned }: OfMeeting): Said | null {
  if (isSigned)
    return {
      vi: 'Biên bản đã ký giữ nguyên: việc giao từ nay không có trong biên bản.',
      en: 'The signed minutes stay as they are: a task given from now on is not in them.',
    }
  return minutes === null
    ? null
    : {
        vi: 'Biên bản đã ghi, chưa lưu bản ký: việc này vào mục Giao việc của biên bản. Bản đã in trước đây không còn đúng, mã của bản ấy không tra được nữa; hãy in lại rồi mới ký.',
        en: 'The minutes are written and not kept signed: this task goes into them. What was printed before is no longer right, and its code is not known any more; print it again before it is signed.',
      }
}

export const takenOffPaper = {
  vi: 'Biên bản chưa lưu bản ký thì việc này ra khỏi biên bản: bản đã in trước đây không còn đúng, hãy in lại. Biên bản đã ký giữ nguyên.',
  en: 'Of minutes that are not kept signed it is left out: what was printed before is no longer right, print it again. Signed minutes stay as they are.',
} as const satisfies Said

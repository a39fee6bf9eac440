/** What stands against sending a form, each in words with the screen where it is mended, in the order of mending. */
import { questionsOf } from '#features/standards/rules/form.ts'
import { faultWords, personIn } from '#features/standards/ui/form/faultWords.ts'
import type { Sheet } from '#features/standards/ui/form/sheet.ts'
import { keyOfFault, keyOfMissing, unreadOn } from '#features/standards/ui/form/walk.ts'
import { missingText, personName } from '#features/standards/ui/form/words.ts'
import { showNumber } from '#kernel/numbers.ts'
import { say } from '#platform/web/language.ts'

export type SendStop = { readonly key: string; readonly said: string }
type Filled = Pick<Sheet, 'form' | 'facts' | 'missing' | 'faults' | 'screens'> & {
  readonly asTyped: Pick<Sheet['asTyped'], 'unread'>
}

export function sendStops(sheet: Filled): SendStop[] {
  const { form, facts, missing, faults, screens, asTyped } = sheet
  const required = new Set(questionsOf(form).flatMap(({ id, required }) => (required ? [id] : [])))
  const open = missing.filter(({ question }) => question === 'members' || required.has(question))
  return [
    ...open.map((one) => ({ key: keyOfMissing(one), said: missingText(sheet, one) })),
    ...unreadOn(screens, asTyped.unread).map(({ key, question, person }) => ({
      key,
      said: say(
        { vi: '{asks}: chưa đọc được số hoặc ngày đã nhập', en: '{asks}: what was typed cannot be read' },
        { asks: missingText(sheet, { question: question.id, person }) },
      ),
    })),
    ...faults.map(({ path, code }) => {
      const person = personIn(path)
      const name = person === null ? '' : personName(facts, person)
      return { key: keyOfFault(screens, path), said: say(faultWords[code], { name }).replace(/\.$/, '') }
    }),
  ]
}

/** The first two by name, the rest as a number; null where nothing stands against it. */
export function stopsText(stops: readonly SendStop[]): string | null {
  if (stops.length === 0) return null
  const named = stops.slice(0, 2).map(({ said }) => said)
  const more = stops.length - named.length
  const rest = more > 0 ? [say({ vi: 'và {n} chỗ nữa', en: 'and {n} more' }, { n: showNumber(more) })] : []
  return say({ vi: 'Chưa gửi được: {what}.', en: 'Not ready: {what}.' }, { what: [...named, ...rest].join('; ') })
}

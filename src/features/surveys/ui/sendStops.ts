/** What stands against sending a form, each in words with the screen where it is mended, in the order of mending. */
import type { Facts } from '#features/standards/model/facts.ts'
import { questionCalled } from '#features/standards/rules/form.ts'
import { faultWords, personIn } from '#features/standards/ui/form/faultWords.ts'
import type { Sheet, Stop } from '#features/standards/ui/form/sheet.ts'
import { keyOfFault, keyOfMissing, unreadOn } from '#features/standards/ui/form/walk.ts'
import { missingText, personName } from '#features/standards/ui/form/words.ts'
import { showNumber } from '#kernel/numbers.ts'
import { say } from '#platform/web/language.ts'
import { faultOfPhone } from './phoneSaid.ts'

type Filled = Pick<Sheet, 'form' | 'facts' | 'missing' | 'faults' | 'screens'> & {
  /** Screens filled in beforehand that nobody has read to the family or kept. */
  readonly unseen: readonly string[]
  readonly asTyped: Pick<Sheet['asTyped'], 'unread'>
}

/** What is needed: of a birth its year is enough, and what a verdict waits for beyond it may stay open. */
export function sendStops(sheet: Filled): Stop[] {
  const { form, facts, missing, faults, screens, asTyped, unseen } = sheet
  const isBorn = (person: string | undefined) => facts.members?.some(({ id, birth }) => id === person && birth)
  const open = missing.filter(
    ({ question, person }) => questionCalled(form, question)?.kind !== 'birth' || !isBorn(person),
  )
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
    ...(faultOfPhone(facts.phone) ? [{ key: 'start', said: say(phoneWords) }] : []),
    ...unseen.map((key) => ({ key, said: say(unseenWords, { what: titleOf(screens, facts, key) }) })),
  ]
}

const phoneWords = {
  vi: 'Số điện thoại của hộ: ghi đủ chữ số, hoặc để trống',
  en: 'Phone of the household: the whole number, or none',
}
const unseenWords = { vi: 'Chưa hỏi lại: {what}', en: 'Not asked again: {what}' }

function titleOf(screens: Sheet['screens'], facts: Facts, key: string): string {
  const screen = screens.find((one) => one.key === key)
  if (!screen || !('section' in screen)) return ''
  const person = 'person' in screen ? screen.person : null
  return person === null ? say(screen.section.title) : personName(facts, person)
}

/** The first two by name, the rest as a number; null where nothing stands against it. */
export function stopsText(stops: readonly Stop[]): string | null {
  if (stops.length === 0) return null
  const named = stops.slice(0, 2).map(({ said }) => said)
  const more = stops.length - named.length
  const rest = more > 0 ? [say({ vi: 'và {n} chỗ nữa', en: 'and {n} more' }, { n: showNumber(more) })] : []
  return say({ vi: 'Chưa gửi được: {what}.', en: 'Not ready: {what}.' }, { what: [...named, ...rest].join('; ') })
}

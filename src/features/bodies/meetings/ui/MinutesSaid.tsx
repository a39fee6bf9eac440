/** Minutes as their paper says them: what a signed page is looked at beside. */
import { showDate } from '#kernel/dates.ts'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { say } from '#platform/web/language.ts'
import type { MinutesSaid as Said } from '../model.ts'
import { codeOf } from '../rules.ts'
import { labels } from './typed.ts'

const noted = (text: string) => text || say({ vi: 'không ghi', en: 'none' })

export const MinutesSaid = ({ of }: { of: Said }) => (
  <FactList
    of={[
      { label: labels.present, value: of.present.join(', ') },
      ...(of.absent.length > 0 ? [{ label: labels.absent, value: of.absent.join(', ') }] : []),
      { label: labels.chairedBy, value: noted(of.chair ?? '') },
      { label: labels.guests, value: noted(of.guests) },
      { label: labels.conclusions, value: of.conclusions.join('; ') },
      { label: labels.tasks, value: noted(of.tasks.map(taskSaid).join('; ')) },
      ...(of.fingerprint ? [{ label: labels.code, value: codeOf(of.fingerprint) }] : []),
    ]}
  />
)

const taskSaid = ({ name, what, due }: Said['tasks'][number]) =>
  say({ vi: '{name}: {what}, hạn {due}', en: '{name}: {what}, due {due}' }, { name, what, due: showDate(due) })

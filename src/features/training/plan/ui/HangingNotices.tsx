/** How a plan agrees with the one above that it carries out, and an amendment with the plans below. */
import { useTo } from '#platform/web/address.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { TopicBeyond } from '../model.ts'
import { type PlanAnswer, pathOf } from './plan.ts'

/** What this plan carries out is carried out no more: whoever goes on with it, or approves it, should know. */
export function ParentCalledOff({ of: { parent } }: { of: PlanAnswer }) {
  const to = useTo()
  if (!parent?.calledOff) return null
  return (
    <Notice look="waits">
      <p>
        {say({ vi: 'Kế hoạch cấp trên ', en: 'The plan above, ' })}
        <a href={to(pathOf(parent.trainingPlanId))}>{parent.name}</a>
        {say({
          vi: ' đã thôi thực hiện: điều chỉnh của nó không còn dòng nào.',
          en: ', was called off: its amendment left no line.',
        })}
      </p>
    </Notice>
  )
}

/** What the plan above gives of a topic was made less since, or was less from the first: the unit should amend its own. */
export function BeyondParent({ of: { parent } }: { of: PlanAnswer }) {
  const to = useTo()
  if (!parent || parent.calledOff || parent.beyond.length === 0) return null
  return (
    <Notice look="waits">
      <div class="told">
        <p>
          {say({ vi: 'Nhiều hơn kế hoạch cấp trên, ', en: 'More than the plan above, ' })}
          <a href={to(pathOf(parent.trainingPlanId))}>{parent.name}</a>
          {say({ vi: ', đang có:', en: ', has now:' })}
        </p>
        <ul class="bullets">
          {parent.beyond.map(({ name, here, above }) => (
            <li key={name}>
              {say(
                {
                  vi: '{name}: ở đây {here} người, cấp trên {above} người',
                  en: '{name}: {here} {here:person|people} here, {above} above',
                },
                { name, here: showNumber(here), above: showNumber(above) },
              )}
            </li>
          ))}
        </ul>
      </div>
    </Notice>
  )
}

/** More than these are counted. */
const mostNamed = 10

/** "CĐ3. Rà soát hộ nghèo: 44 trên 30" */
const besideSaid = ({ name, here, above }: TopicBeyond): string =>
  say(
    { vi: '{name}: {here} trên {above}', en: '{name}: {here} of {above}' },
    { name, here: showNumber(here), above: showNumber(above) },
  )

/** Of an amendment: the plans below that would then have more than this one; each unit amends its own. */
export function LeavesBeyond({ of: { leftBeyond } }: { of: PlanAnswer }) {
  const to = useTo()
  if (leftBeyond.length === 0) return null
  const more = leftBeyond.length - mostNamed
  return (
    <Notice look="waits">
      <div class="told">
        <p>
          {say(
            {
              vi: '{n} kế hoạch cấp dưới có nhiều hơn bản điều chỉnh này; khi phê duyệt, đơn vị ấy được báo để điều chỉnh kế hoạch của mình:',
              en: '{n} {n:plan|plans} below {n:has|have} more than this amendment; once it is approved those units are told to amend theirs:',
            },
            { n: showNumber(leftBeyond.length) },
          )}
        </p>
        <ul class="bullets">
          {leftBeyond.slice(0, mostNamed).map(({ trainingPlanId, name, areaName, topics }) => (
            <li key={trainingPlanId}>
              {areaName}: <a href={to(pathOf(trainingPlanId))}>{name}</a> ({topics.map(besideSaid).join('; ')})
            </li>
          ))}
          {more > 0 && <li>{say({ vi: 'và {n} kế hoạch khác', en: 'and {n} more' }, { n: showNumber(more) })}</li>}
        </ul>
      </div>
    </Notice>
  )
}

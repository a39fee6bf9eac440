import type { RoundId } from '#kernel/ids.ts'
import { showNumber } from '#kernel/numbers.ts'
import type { Said } from '#kernel/text.ts'
import { useTo } from '#platform/web/address.ts'
import { say } from '#platform/web/language.ts'
import type { Block } from '../model.ts'
import { casePath } from './addresses.ts'

type Props = { readonly of: readonly Block[]; readonly roundId: RoundId; readonly intro: Said }

/** Every reason why not, each with the households it concerns, to be opened one by one. */
export function BlockList({ of, roundId, intro }: Props) {
  const to = useTo()
  if (of.length === 0) return null
  return (
    <div class="notice waits rounds-blocks" role="note">
      <p>{say(intro)}</p>
      <ul>
        {of.map((block) => (
          <li key={block.code}>
            {say(block.said)}
            {block.households.length > 0 && (
              <details>
                <summary>{say({ vi: 'Xem {n} hộ', en: 'See {n} households' }, { n: showNumber(block.count) })}</summary>
                <ul class="rounds-block-households">
                  {block.households.map((one) => (
                    <li key={one.caseId}>
                      <a href={to(casePath({ roundId, ...one }))}>{one.headName}</a>
                    </li>
                  ))}
                  {block.count > block.households.length && (
                    <li class="quiet">
                      {say(
                        { vi: 'và {n} hộ nữa', en: 'and {n} more' },
                        { n: showNumber(block.count - block.households.length) },
                      )}
                    </li>
                  )}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

import { sayPlace } from '#features/households/ui/sayings.ts'
import type { RoundId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import { useTo } from '#platform/web/address.ts'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { Block } from '../model.ts'
import { casePath } from './addresses.ts'

type Props = { readonly of: readonly Block[]; readonly roundId: RoundId; readonly intro: Said }

/** Households that may be seen and are not among those named. */
const more = ({ count, unseen, households }: Block): number => count - unseen - households.length

/** Two heads may have one name: which of them is told by number and village. */
function placeSaid({ number = '', villageName = '' }: Block['households'][number]): string {
  const place = sayPlace({ number, address: '', villageName })
  return place && ` (${place})`
}

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
                      {placeSaid(one)}
                      {one.differs && <span class="quiet">: {say(one.differs)}</span>}
                    </li>
                  ))}
                  {more(block) > 0 && (
                    <li class="quiet">
                      {say({ vi: 'và {n} hộ nữa', en: 'and {n} more' }, { n: showNumber(more(block)) })}
                    </li>
                  )}
                  {block.unseen > 0 && (
                    <li class="quiet">
                      {say(
                        {
                          vi: 'và {n} hộ ở nơi khác bạn không xem được',
                          en: 'and {n} elsewhere, which you cannot see',
                        },
                        { n: showNumber(block.unseen) },
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

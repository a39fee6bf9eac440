import { type GrantedRight, rights } from '#kernel/access.ts'
import type { Told } from '#kernel/schema.ts'
import { useTo } from '../address.ts'
import { say, type Words } from '../language.ts'
import { showNumber } from '../numbers.ts'
import { Beside } from './Beside.tsx'
import { Notice } from './Notice.tsx'

/** Who sees the list that is not shown here. */
const listedFor = (right: string): string =>
  say(
    { vi: 'danh sách: ai có quyền “{right}” ở đây', en: 'listed for who holds “{right}” there' },
    { right: say(rights[right as GrantedRight]).toLowerCase() },
  )

/** What hangs on something, said before it is changed; nothing where nothing does. */
export function ToldNote({ of, title }: { of: Told | null; title: Words }) {
  const to = useTo()
  if (!of || (of.held.length === 0 && !of.forbidden)) return null
  return (
    <Notice look={of.forbidden ? 'waits' : 'plain'}>
      <div class="told">
        {of.forbidden && <p>{say(of.forbidden)}</p>}
        {of.held.length > 0 && (
          <>
            <p>{say(title)}</p>
            <ul class="bullets">
              {of.held.map(({ what, count, names = [], one, opens, seenBy }) => (
                <li key={`${what.vi} ${opens}`}>
                  {opens ? <Beside page={to(opens)} what={say(what)} /> : say(what)}
                  {!one && (
                    <>
                      {': '}
                      <span class="tabular">{showNumber(count)}</span>
                    </>
                  )}
                  {names.length > 0 && ` (${names.join(', ')}${count > names.length ? ', ...' : ''})`}
                  {names.length === 0 && !one && seenBy && ` (${listedFor(seenBy)})`}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Notice>
  )
}

import { say } from '#platform/web/language.ts'
import { type Mine, whereSaid } from './typed.ts'

/** That a meeting is off, and what it was moved from. */
export function MovedFrom({ of }: { of: Pick<Mine, 'moves' | 'calledOff'> }) {
  return (
    <>
      {of.calledOff !== null && (
        <p>
          <strong>{say({ vi: 'Đã hủy: {why}', en: 'Called off: {why}' }, { why: of.calledOff })}</strong>
        </p>
      )}
      {of.moves.length > 0 && (
        <p>
          {say(
            { vi: 'Đã đổi từ: {before}', en: 'Moved from: {before}' },
            { before: of.moves.map(whereSaid).join('; ') },
          )}
        </p>
      )}
    </>
  )
}

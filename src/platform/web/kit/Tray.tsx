import { say } from '../language.ts'
import { showNumber } from '../numbers.ts'
import { dismissWork, type LongWork, secondsLeft, tray } from '../tray.ts'
import { Button } from './Button.tsx'

/** The tray of long work, in a corner of the frame. */
export const Tray = () =>
  tray.value.length === 0 ? null : (
    <aside class="tray" aria-label={say({ vi: 'Việc đang chạy', en: 'Running work' })}>
      {tray.value.map((work) => (
        <Work key={work.id} work={work} />
      ))}
    </aside>
  )

function Work({ work }: { work: LongWork }) {
  const { progress, problem } = work
  return (
    <div class="tray-work">
      <p class="tray-title">{say(work.title)}</p>
      {problem && (
        <p class="field-problem" role="alert">
          {say(problem.title)}
        </p>
      )}
      {!problem && !progress.finished && <Running work={work} />}
      {progress.finished && (
        <p role="status">
          {say({ vi: 'Đã xong.', en: 'Done.' })}{' '}
          {work.href && <a href={work.href}>{say({ vi: 'Mở kết quả', en: 'Open the result' })}</a>}
        </p>
      )}
      {(progress.finished || problem) && (
        <Button look="quiet" onClick={() => dismissWork(work.id)}>
          {say({ vi: 'Đóng', en: 'Close' })}
        </Button>
      )}
    </div>
  )
}

function Running({ work }: { work: LongWork }) {
  const { done, total } = work.progress
  const left = secondsLeft(work, Date.now())
  return (
    <>
      <progress aria-label={say(work.title)} value={total === null ? undefined : done} max={total ?? undefined} />
      <p class="quiet tabular">
        {showNumber(done)}
        {total !== null && ` / ${showNumber(total)}`}
        {left !== null && say({ vi: ', còn khoảng {n} giây', en: ', about {n} s left' }, { n: showNumber(left) })}
      </p>
    </>
  )
}

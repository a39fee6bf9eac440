import { say, type Words } from '../language.ts'
import { showNumber } from '../numbers.ts'

type Props = {
  readonly label: Words
  readonly value: number | string
  /** What it counts. Every number is a link to the records behind it. */
  readonly href?: string | undefined
  /** A share names its whole: "2,1% của 4.571 hộ". */
  readonly note?: Words | undefined
}

export const Stat = ({ label, value, href, note }: Props) => {
  const said = (
    <>
      <span class="stat-label">{say(label)}</span>
      <span class="stat-value">{typeof value === 'number' ? showNumber(value) : value}</span>
      {note && <span class="stat-note">{say(note)}</span>}
    </>
  )
  return href ? (
    <a class="stat" href={href}>
      {said}
    </a>
  ) : (
    <div class="stat">{said}</div>
  )
}

import { partsOf } from '#kernel/unbroken.ts'

/** A text in which the numbers of papers stand on one line. */
export const Unbroken = ({ text }: { text: string }) => (
  <>
    {partsOf(text).map((part, at) =>
      at % 2 === 1 ? (
        <span key={`${at}${part}`} class="whole-number">
          {part}
        </span>
      ) : (
        part
      ),
    )}
  </>
)

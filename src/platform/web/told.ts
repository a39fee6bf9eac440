/** A field that two touched, as it is shown for a person to choose. */
import type { Touching } from '#kernel/revisions.ts'
import type { Said } from '#kernel/text.ts'

export type Told = Touching & {
  readonly by: string
  /** When the value that stands was recorded; null where that was not kept. */
  readonly at: string | null
  /** The office and the device it came from; null or left out where neither is known. */
  readonly where?: Said | null
  /** Both values in words, where they are ids. */
  readonly said?: { readonly yours: unknown; readonly theirs: unknown }
  /** The question, where the page does not know it by its name. */
  readonly label?: string
}

/** Whose kept answers a page opens with where nobody answers: one name for this browser. */
import { forget, kept } from './keep.ts'
import { me, standing } from './session.ts'

export const memory = 'me'

/** At a desk: what the phone's page of this browser remembers of somebody else, or of who has signed out, is let go. */
export const forgetOthers = (): void =>
  void me.subscribe((answer) => {
    if (answer && standing(answer)?.accountId !== kept(memory)) forget(memory)
  })

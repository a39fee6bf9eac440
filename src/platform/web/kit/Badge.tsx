import { say, type Words } from '../language.ts'

/** `waits` amber, `late` red (late or refused only), `done` green, `plain`. Always with its word. */
export type BadgeLook = 'plain' | 'waits' | 'late' | 'done'

export const Badge = ({ children, look = 'plain' }: { children: Words; look?: BadgeLook | undefined }) => (
  <span class={`badge ${look}`}>{say(children)}</span>
)

import { Badge, type BadgeLook } from '#platform/web/kit/Badge.tsx'
import { type RunState, stateWords } from '../words.ts'

const looks: Record<RunState, BadgeLook> = {
  waiting: 'waits',
  running: 'waits',
  retrying: 'waits',
  done: 'done',
  failed: 'late',
  made_good: 'plain',
}

/** The state of a run in its word. */
export const StateMark = ({ state }: { state: RunState }) => <Badge look={looks[state]}>{stateWords[state]}</Badge>

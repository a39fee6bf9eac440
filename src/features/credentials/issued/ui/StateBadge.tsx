import { Badge } from '#platform/web/kit/Badge.tsx'
import { type Credential, credentialStates, groundGone } from '../model.ts'
import { stateLooks } from './credential.ts'

/** How it stands, and that what it rests on is gone. */
export const StateBadge = ({ of: { state, groundless } }: { of: Pick<Credential, 'state' | 'groundless'> }) => (
  <>
    <Badge look={stateLooks[state]}>{credentialStates[state]}</Badge>
    {groundless && (
      <>
        {' '}
        <Badge look="late">{groundGone}</Badge>
      </>
    )}
  </>
)

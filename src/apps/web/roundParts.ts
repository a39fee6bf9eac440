/** What the rooms above bring to a round's page. */
import { DecisionAction } from '#features/decisions/round/ui/DecisionAction.tsx'
import { DecisionNotice } from '#features/decisions/round/ui/DecisionNotice.tsx'
import { RoundFigures } from '#features/decisions/round/ui/RoundFigures.tsx'
import type { RoundParts } from '#features/rounds/ui/panel.ts'

export const roundParts: RoundParts = {
  actions: [DecisionAction],
  notices: [DecisionNotice],
  tabs: [{ key: 'so-lieu', label: { vi: 'Số liệu', en: 'Figures' }, panel: RoundFigures }],
}

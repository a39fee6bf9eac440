import type { RoundParts } from '#features/rounds/ui/panel.ts'
import '#features/rounds/ui/rounds.css'
import { DecisionAction } from './DecisionAction.tsx'
import { DecisionNotice } from './DecisionNotice.tsx'
import { RoundFigures } from './RoundFigures.tsx'

const parts: RoundParts = {
  actions: [DecisionAction],
  notices: [DecisionNotice],
  tabs: [{ key: 'so-lieu', label: { vi: 'Số liệu', en: 'Figures' }, panel: RoundFigures }],
}
export default parts

/** The codes an answer may hold. Their wording, in two languages, stands in the forms. */
export const settlements = ['rural', 'urban'] as const
export type Settlement = (typeof settlements)[number]

/** Levels of schooling, lowest first; used for what a person attends and for the highest one finished. */
export const schoolLevels = [
  'none',
  'preschool',
  'primary',
  'lower_secondary',
  'upper_secondary',
  'vocational_elementary',
  'vocational_intermediate',
  'college',
  'university',
] as const
export type SchoolLevel = (typeof schoolLevels)[number]

/** `wage` is hired work outside the state; `state` an official or employee of state bodies and enterprises. */
export const jobs = ['none', 'farm', 'self_employed', 'wage', 'state'] as const
export const relations = [
  'head',
  'spouse',
  'child',
  'child_in_law',
  'parent',
  'parent_in_law',
  'grandchild',
  'grandparent',
  'sibling',
  'other',
] as const
export const disabilities = ['none', 'mild', 'severe', 'extremely_severe'] as const
export const nutritionStates = ['normal', 'low_height', 'low_weight', 'low_both'] as const
export const structures = ['durable', 'not_durable'] as const
export const waterSources = [
  'tap',
  'drilled_well',
  'protected_dug_well',
  'protected_spring',
  'rain',
  'bottled',
  'unprotected_dug_well',
  'unprotected_spring',
  'surface',
  'other',
] as const
export const toilets = [
  'septic',
  'pour_flush',
  'ventilated_pit',
  'double_vault',
  'plain_pit',
  'over_water',
  'none',
  'other',
] as const
export const informationMeans = ['tv', 'radio', 'desktop', 'telephone', 'laptop', 'tablet', 'smartphone'] as const
export const services = ['internet', 'phone'] as const
export const wasteWays = ['collected', 'buried', 'burned', 'thrown_away', 'other'] as const
export const livelihoods = ['farm_forest_fish_salt', 'other'] as const
/** The eight causes of poverty, in the order of the report on causes. */
export const causes = ['land', 'capital', 'labour', 'tools', 'knowledge', 'skills', 'illness', 'other'] as const
/** Support wanted, in the order of the list of poor households. */
export const supports = ['health', 'education', 'production', 'credit', 'housing', 'other'] as const
/** Regions of the points tables: six rural ones and the towns. */
export const regions = ['NT_DBSH', 'NT_TDMNPB', 'NT_BTB_DHMT', 'NT_TN', 'NT_DNB', 'NT_DBSCL', 'THANH_THI'] as const
export type Region = (typeof regions)[number]

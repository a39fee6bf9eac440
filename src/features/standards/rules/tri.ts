/**
 * Three answers a rule can give. UNKNOWN is an honest answer: with one more fact it may become NO or YES, and a rule
 * must never turn a NO or a YES round because a missing answer arrives.
 */
export const NO = 0
export const YES = 1
export const UNKNOWN = 2
export type Tri = 0 | 1 | 2

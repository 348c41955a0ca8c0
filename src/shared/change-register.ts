/** Whether a PDF lists the changes one by one, beside the redline that shows them. `auto`: where they are not many. */
export const CHANGE_REGISTERS = ['auto', 'always', 'never'] as const
export type ChangeRegister = (typeof CHANGE_REGISTERS)[number]

/** As many as `auto` lists. */
export const MOST_LISTED_CHANGES = 500

/** Whether so many are listed. */
export function isListed(count: number, wanted: ChangeRegister): boolean {
  return wanted === 'always' || (wanted === 'auto' && count <= MOST_LISTED_CHANGES)
}

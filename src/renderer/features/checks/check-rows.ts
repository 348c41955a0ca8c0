import type { PlacedProposal } from '../../checks/checks.ts'
import type { ClaimKind } from '../../../shared/model/claim.ts'
import { CLAIM_KIND_NAMES } from '../words.ts'

export type CheckRow = {
  /** The key of the proposal, and which of those with the same words it is: the same row for as long as they stand. */
  readonly id: string
  readonly proposal: PlacedProposal
}

/** Rows in the order of the text; equal words of one rule are told apart by their turn. */
export function toRows(proposals: readonly PlacedProposal[]): readonly CheckRow[] {
  const seen = new Map<string, number>()
  return proposals.map((proposal) => {
    const turn = (seen.get(proposal.key) ?? 0) + 1
    seen.set(proposal.key, turn)
    return { id: `${proposal.key} ${turn}`, proposal }
  })
}

export type CheckOrder = 'place' | 'rule' | 'kind'

/** What the tab shows; an empty word asks for nothing. */
export type CheckFilter = {
  readonly sort: PlacedProposal['kind'] | ''
  /** As `aboutOf` words it. */
  readonly about: string
}

export const EVERY_CHECK: CheckFilter = { sort: '', about: '' }

/** What a row is about: notes by their rule, claims by their kind. */
export function aboutOf({ proposal }: CheckRow): string {
  return proposal.kind === 'claim' ? `claim ${proposal.claimKind}` : `rule ${proposal.rule}`
}

export function aboutName({ proposal }: CheckRow): string {
  return proposal.kind === 'claim' ? `Claim: ${kindName(proposal.claimKind)}` : proposal.title
}

function kindName(kind: ClaimKind): string {
  return CLAIM_KIND_NAMES[kind].toLowerCase()
}

export function filterRows(rows: readonly CheckRow[], { sort, about }: CheckFilter): readonly CheckRow[] {
  if (sort === '' && about === '') return rows
  return rows.filter(
    (row) => (sort === '' || row.proposal.kind === sort) && (about === '' || aboutOf(row) === about),
  )
}

/** What stands above a row that begins a group; empty where rows stand in the order of the text. */
export function groupName(row: CheckRow, order: CheckOrder): string {
  if (order === 'place') return ''
  return order === 'rule' ? row.proposal.title : aboutName(row)
}

/** Rows that belong together one after the other: what there is most of first; within a group as in the text. */
export function orderRows(rows: readonly CheckRow[], order: CheckOrder): readonly CheckRow[] {
  if (order === 'place') return rows
  const groups = [...Map.groupBy(rows, order === 'rule' ? ({ proposal }) => proposal.rule : aboutOf).values()]
  // By kind, claims come before notes.
  const rank = ([first]: readonly CheckRow[]) => Number(order === 'kind' && first?.proposal.kind === 'note')
  return groups.sort((a, b) => rank(a) - rank(b) || b.length - a.length).flat()
}

export type About = { readonly value: string; readonly name: string; readonly count: number }

/** What there is to choose from, most first. */
export function aboutsOf(rows: readonly CheckRow[], sort: CheckFilter['sort']): readonly About[] {
  return [...Map.groupBy(filterRows(rows, { sort, about: '' }), aboutOf)]
    .flatMap(([value, group]) => {
      const [first] = group
      return first === undefined ? [] : [{ value, name: aboutName(first), count: group.length }]
    })
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
}

/** The row to go on to from one that is dealt with, and from all others of its key where they go with it. */
export function rowAfter(rows: readonly CheckRow[], done: CheckRow, withKey: boolean): CheckRow | null {
  const at = rows.findIndex(({ id }) => id === done.id)
  const stays = ({ id, proposal }: CheckRow) =>
    id !== done.id && !(withKey && proposal.key === done.proposal.key)
  return rows.slice(at + 1).find(stays) ?? rows.slice(0, Math.max(0, at)).findLast(stays) ?? null
}

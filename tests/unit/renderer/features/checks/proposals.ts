import type { PlacedProposal } from '../../../../../src/renderer/checks/checks.ts'

type Claim = Extract<PlacedProposal, { kind: 'claim' }>
type Note = Extract<PlacedProposal, { kind: 'note' }>

const FOUND = {
  id: 'p1',
  blockId: 1,
  label: '1.1',
  key: 'loaded-notorious',
  rule: 'loaded',
  title: 'Loaded word',
  explanation: 'It judges.',
  from: 0,
  to: 9,
  words: 'notorious',
}

export function note(fields: Partial<Note> = {}): Note {
  return { ...FOUND, kind: 'note', replacement: null, ...fields }
}

export function claim(fields: Partial<Claim> = {}): Claim {
  const found = { ...FOUND, key: 'figure-nine', rule: 'figure', title: 'Figure', words: 'nine boats' }
  return { ...found, kind: 'claim', claimKind: 'number', risk: 'medium', ...fields }
}

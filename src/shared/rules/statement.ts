import type { Slot } from '../model/approval.ts'

const READ: Record<Slot, string> = {
  desk: 'I have edited this article and read it through as it stands now. It is the story the desk wants to run.',
  facts:
    'I have checked what this article asserts, as it stands now. Each claim is verified against the sources ' +
    'recorded for it, labelled as opinion, waived by name, or cut.',
  copy: 'I have read this article line by line as it stands now, for language, house style and names.',
  standards:
    'I have read this article as it stands now, with its sources and its unnamed sources in particular. ' +
    'It meets the standards we answer for.',
  legal:
    'I have read this article as it stands now, and what is alleged in it against whom. ' +
    'I have no objection in law to its publication.',
  approval:
    'I have read the final text of this article. Each claim in it has been verified, labelled as opinion, ' +
    'waived by name, or cut. I stand for its publication.',
}

const THEIR_CLAIMS =
  'It is void when the words of a claim that requires this signature change, or when such a claim is new or gone.'

/** What voids a signature, as scope.ts covers it and slots.ts judges it. */
const VOID: Record<Slot, string> = {
  desk: 'What is changed afterwards does not void it; the signatures of copy and approval hold the later text.',
  facts:
    'It is void when the words of a claim change, or any claim, source, waiver, reply, advice or sourcing rule.',
  copy: 'It is void when a word of the text changes.',
  standards: THEIR_CLAIMS,
  legal: THEIR_CLAIMS,
  approval:
    'It is void when a word of the text or anything of its evidence changes, and when it is re-opened.',
}

/** The words a slot is signed under; stored with the signature exactly as they were shown. */
export function statementFor(slot: Slot, version: number): string {
  return `${READ[slot]} This signature was given for v${version} under the hashes shown here. ${VOID[slot]}`
}

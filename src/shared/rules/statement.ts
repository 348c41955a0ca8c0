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

/** The words a slot is signed under; stored with the signature exactly as they were shown. */
export function statementFor(slot: Slot, version: number): string {
  const bound =
    `This signature is for v${version} under the hashes shown here, and for no other text: ` +
    'if a word of it or its evidence changes, the signature is void.'
  return `${READ[slot]} ${bound}`
}

import type { Node } from 'prosemirror-model'
import type { Pictures } from '../../../shared/model/interchange.ts'
import type { ReviewPart } from '../../word/custom-part.ts'
import type { Thread } from '../../../shared/model/thread.ts'
import type { SignOffFacts } from './sign-off/facts.ts'

/** What stands behind a change id. */
export type ChangeFacts = {
  readonly authorId: string
  /** Milliseconds since 1970; null when unknown. */
  readonly at: number | null
  /** As an imported file wrote it; empty when it gave none; null for changes made here. */
  readonly dateRaw: string | null
}

export type Signer = { readonly name: string; readonly initials: string }

/** All that a Word file is made of. Names are those to be written: scrubbed already where they must be. */
export type WordContent = {
  /** The redline, or one projection of it. */
  readonly doc: Node
  readonly threads: readonly Thread[]
  readonly images: Pictures
  readonly changes: ReadonlyMap<string, ChangeFacts>
  /** By person id; an id that is missing is written as "Unknown author". */
  readonly people: ReadonlyMap<string, Signer>
  readonly title: string
  /** First 12 hex digits of the text hash; empty for none. */
  readonly textHash: string
  /** Milliseconds since 1970; null writes no time, so that the bytes depend on the content alone. */
  readonly writtenAt: number | null
  /** Minutes east of UTC in which wall times are written. */
  readonly utcOffset: number
  /** Whether Word goes on tracking when the file is opened. */
  readonly keepTracking: boolean
  /** What the last page says of the review; none where it is left out. */
  readonly signOff?: SignOffFacts | null
  /** Of what the file is a copy, so that it is known when it comes back; none where nobody may know. */
  readonly copyOf?: CopyOf | null
}

export type CopyOf = Omit<ReviewPart, 'changes' | 'messages'>

const UNKNOWN: Signer = { name: 'Unknown author', initials: '?' }

export function signerOf(content: WordContent, personId: string): Signer {
  return content.people.get(personId) ?? UNKNOWN
}

import type { Person } from '../../../shared/model/person.ts'
import type { Audience, ReviewState } from '../../../shared/model/review.ts'
import { counted } from '../../ui/counted.ts'

/** What a file holds and what it leaves out, with counts, so that a desk sees that six names were taken out. */
export type ExportWords = { readonly includes: readonly string[]; readonly leavesOut: readonly string[] }

/** What the words need beside the state. A replacement is one change to an editor and two to a file. */
export type Told = {
  readonly asRead: number
  readonly inFile: number
  readonly isLegal: boolean
  /** A last page in Word files. */
  readonly signOffPage: boolean
  /** The Word file that it was opened from, by name; null for none. */
  readonly wordFile: string | null
  /** What of it stands in the text as it is: "12 fields and 1 chart"; empty for nothing. */
  readonly kept: string
  /** Whether a PDF lists the changes one by one; `none` where there is none. */
  readonly changeList: 'listed' | 'left out' | 'none'
}

export type Facts = Pick<Told, 'signOffPage' | 'wordFile' | 'kept' | 'changeList'> & {
  /** Said where the file counts the halves of a replacement; else empty. */
  readonly halves: string
  readonly changes: string
  /** Empty where there are none: what is not there is neither put in nor left out. */
  readonly comments: string
  /** Those that a file with comments holds for these readers. */
  readonly commentsInside: string
  /** What is private to legal, which files for legal alone hold. Only legal is told how much it is. */
  readonly ofLegal: ExportWords
  readonly claims: string
  readonly signatures: string
  /** Whether these readers are shown any mark: a packet prints no text twice that looks the same. */
  readonly isMarked: boolean
  /** Waivers, the right of reply, consultations. */
  readonly records: string
  readonly names: string
}

export const PATHS = 'File paths, software and user names'
export const LOG = 'The log and the signatures'
export const FINAL = 'The final text, as if every change were accepted'
export const GONE = 'Deleted words and hidden text'

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "9 comments, and who wrote them"; nothing where there are none. */
export function about(counts: string, rest: string): readonly string[] {
  return counts === '' ? [] : [`${capital(counts)}${rest}`]
}

const PRIVATE = 'What is private to legal'

function ofLegal(count: number, audience: Audience, { isLegal }: Told): ExportWords {
  if (audience === 'legal') return { includes: [PRIVATE], leavesOut: [] }
  if (!isLegal) return { includes: [], leavesOut: [PRIVATE] }
  return { includes: [], leavesOut: count === 0 ? [] : [`${capital(counted(count, 'comment'))} of legal`] }
}

/** "1 waiver, 2 records of the right of reply"; empty where there is nothing. */
function recordsOf({ waivers, replies, consultations }: ReviewState): string {
  const counts = [
    waivers.length === 0 ? '' : counted(waivers.length, 'waiver'),
    replies.length === 0
      ? ''
      : counted(replies.length, 'record of the right of reply', 'records of the right of reply'),
    consultations.length === 0 ? '' : counted(consultations.length, 'consultation'),
  ]
  return counts.filter((one) => one !== '').join(', ')
}

const ofComments = (count: number) => (count === 0 ? '' : counted(count, 'comment'))

export function factsOf(
  state: ReviewState,
  people: readonly Person[],
  told: Told,
  audience: Audience,
): Facts {
  const desk = people.filter((person) => !person.outside).length
  const ofDesk = state.threads.filter((thread) => thread.audience === 'desk').length
  const all = state.threads.length
  const inside = audience === 'legal' ? all : ofDesk
  const { asRead, inFile, signOffPage, wordFile, kept, changeList } = told
  return {
    signOffPage,
    wordFile,
    kept,
    changeList,
    changes: capital(counted(asRead, 'open change')),
    halves: asRead === inFile ? '' : ` (${inFile} in the file: a replacement is two)`,
    comments: ofComments(all),
    commentsInside: ofComments(inside),
    ofLegal: ofLegal(all - ofDesk, audience, told),
    claims: state.claims.length === 0 ? '' : counted(state.claims.length, 'claim'),
    signatures: state.signOffs.length === 0 ? '' : counted(state.signOffs.length, 'signature'),
    isMarked: asRead > 0 || (audience !== 'external' && inside > 0),
    records: recordsOf(state),
    names: `Names of desk people, ${desk} of them`,
  }
}

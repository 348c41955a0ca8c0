import type { Person } from '../../../shared/model/person.ts'
import type { Audience, ExportKind, ReviewState } from '../../../shared/model/review.ts'
import { counted } from '../../ui/counted.ts'
import { packageWords } from '../exchange/package-words.ts'

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
}

type Facts = Pick<Told, 'signOffPage' | 'wordFile' | 'kept'> & {
  /** Said where the file counts the halves of a replacement; else empty. */
  readonly halves: string
  readonly changes: string
  /** Empty where there are none: what is not there is neither put in nor left out. */
  readonly comments: string
  readonly claims: string
  readonly signatures: string
  readonly names: string
}

const PATHS = 'File paths, software and user names'
const LOG = 'The log and the signatures'
const FINAL = 'The final text, as if every change were accepted'
const GONE = 'Deleted words and hidden text'
const ORIGINAL = 'The text before all open changes, as if each were rejected'
const NEW = 'Inserted words and hidden text'
const UNNAMED = 'Who an unnamed source is: it is stored nowhere'

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "9 comments, and who wrote them"; nothing where there are none. */
function about(counts: string, rest: string): readonly string[] {
  return counts === '' ? [] : [`${capital(counts)}${rest}`]
}

function factsOf(state: ReviewState, people: readonly Person[], told: Told): Facts {
  const desk = people.filter((person) => !person.outside).length
  const { asRead, inFile, signOffPage, wordFile, kept } = told
  return {
    signOffPage,
    wordFile,
    kept,
    changes: capital(counted(asRead, 'open change')),
    halves: asRead === inFile ? '' : ` (${inFile} in the file: a replacement is two)`,
    comments: state.threads.length === 0 ? '' : counted(state.threads.length, 'comment'),
    claims: state.claims.length === 0 ? '' : counted(state.claims.length, 'claim'),
    signatures: state.signOffs.length === 0 ? '' : counted(state.signOffs.length, 'signature'),
    names: `Names of desk people, ${desk} of them`,
  }
}

/** What of the Word file that it was opened from comes along. */
function fromWord({ wordFile, kept }: Facts): readonly string[] {
  const looks = wordFile === null ? 'Styles, emphasis, links' : `Looks, headers and layout of “${wordFile}”`
  return kept === '' ? [looks] : [looks, `${capital(kept)}, as Word has them`]
}

function signOffPage({ signOffPage: wanted, claims }: Facts, external: boolean): readonly string[] {
  const names = external ? ', by role' : ''
  return wanted
    ? [`A last page: verdict, slots${names}, open items${claims === '' ? '' : `, ${claims} with sources`}`]
    : []
}

/** Of what is never in the text of a Word file. */
function evidence(facts: Facts): readonly string[] {
  if (facts.signOffPage) return ['The log, and what the sources hold']
  return [...about(facts.claims, ' and their sources'), LOG]
}

/** What of the file that it was opened from would tell of who wrote it. */
function traces({ wordFile }: Facts): string {
  return wordFile === null ? PATHS : `${PATHS}, custom parts and revision marks`
}

function reviewCopy(facts: Facts, external: boolean): ExportWords {
  if (external) {
    return {
      includes: [
        `${facts.changes}${facts.halves}, native, authors as “Editor 1, 2”`,
        ...fromWord(facts),
        ...signOffPage(facts, external),
      ],
      leavesOut: [
        facts.names,
        ...about(facts.comments, ', and who wrote them'),
        ...evidence(facts),
        traces(facts),
        'The mark by which a copy is known when it comes back',
      ],
    }
  }
  return {
    includes: [
      `${facts.changes}${facts.halves}, native, with author and time`,
      ...about(facts.comments, ' with replies, resolved as resolved'),
      ...fromWord(facts),
      'A mark by which it is known when it comes back',
      ...signOffPage(facts, external),
    ],
    leavesOut: [...evidence(facts), PATHS],
  }
}

function plainWord(facts: Facts, external: boolean, text: string, gone: string): ExportWords {
  return {
    includes: [text, ...fromWord(facts), ...signOffPage(facts, external)],
    leavesOut: [gone, ...about(facts.comments, ', and who wrote them'), ...evidence(facts), traces(facts)],
  }
}

function cleanPdf(facts: Facts): ExportWords {
  return {
    includes: [FINAL],
    leavesOut: [
      GONE,
      ...about(facts.comments, ', and who wrote them'),
      ...about(facts.claims, ' and their sources'),
      LOG,
      PATHS,
    ],
  }
}

function packet(facts: Facts, external: boolean): ExportWords {
  const shared = [
    'The verdict, the slots and the hashes',
    'The clean text, with line and claim numbers',
    ...about(facts.claims, ' with status and sources'),
  ]
  if (external) {
    return {
      includes: [...shared, 'Slots by role, and when they signed', 'The redline, authors as “editor 1, 2”'],
      leavesOut: [facts.names, ...about(facts.comments, ', and who wrote them'), UNNAMED, PATHS],
    }
  }
  return {
    includes: [
      ...shared,
      ...about(facts.signatures, ', with time and hash'),
      ...about(facts.comments, ' beside their words'),
      'The redline',
    ],
    leavesOut: [UNNAMED, PATHS],
  }
}

function redline(facts: Facts, external: boolean): ExportWords {
  const sources = about(facts.claims, ' and their sources')
  if (external) {
    return {
      includes: [`${facts.changes} in the text, authors as “editor 1, 2”`],
      leavesOut: [facts.names, ...about(facts.comments, ', and who wrote them'), ...sources, LOG, PATHS],
    }
  }
  return {
    includes: [`${facts.changes} in the text, by author`, ...about(facts.comments, ' as margin notes')],
    leavesOut: [...sources, LOG, PATHS],
  }
}

/** Of Word files a sign-off page can be asked for. */
export function isWordKind(kind: ExportKind): boolean {
  return kind.startsWith('docx')
}

export function exportWords(
  kind: ExportKind,
  audience: Audience,
  state: ReviewState,
  people: readonly Person[],
  told: Told,
): ExportWords {
  const facts = factsOf(state, people, told)
  const external = audience === 'external'
  switch (kind) {
    case 'docx-review':
      return reviewCopy(facts, external)
    case 'docx-clean':
      return plainWord(facts, external, FINAL, GONE)
    case 'docx-original':
      return plainWord(facts, external, ORIGINAL, NEW)
    case 'pdf-clean':
      return cleanPdf(facts)
    case 'pdf-packet':
      return packet(facts, external)
    case 'pdf-redline':
      return redline(facts, external)
    case 'package':
      return packageWords(audience, state, people, { open: told.asRead, isLegal: told.isLegal })
  }
}

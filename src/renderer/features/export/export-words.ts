import type { Person } from '../../../shared/model/person.ts'
import type { Audience, ExportKind, ReviewState } from '../../../shared/model/review.ts'
import { counted } from '../../ui/counted.ts'
import { packageWords } from '../exchange/package-words.ts'

/** What a file holds and what it leaves out, with counts, so that a desk sees that six names were taken out. */
export type ExportWords = { readonly includes: readonly string[]; readonly leavesOut: readonly string[] }

type Facts = {
  /** Said where the file counts the halves of a replacement; else empty. */
  readonly halves: string
  readonly changes: string
  readonly comments: string
  readonly claims: string
  readonly signatures: string
  readonly names: string
}

const PATHS = 'File paths, software and user names'
const LOG = 'The log and the signatures'
const UNNAMED = 'Who an unnamed source is: it is stored nowhere'

/** A replacement is one change to an editor and two to a file. */
export type OpenChanges = { readonly asRead: number; readonly inFile: number }

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function factsOf(state: ReviewState, people: readonly Person[], open: OpenChanges): Facts {
  const desk = people.filter((person) => !person.outside).length
  return {
    changes: capital(counted(open.asRead, 'open change')),
    halves: open.asRead === open.inFile ? '' : ` (${open.inFile} in the file: a replacement is two)`,
    comments: capital(counted(state.threads.length, 'comment')),
    claims: capital(counted(state.claims.length, 'claim')),
    signatures: capital(counted(state.signOffs.length, 'signature')),
    names: `Names of desk people, ${desk} of them`,
  }
}

function reviewCopy(facts: Facts, external: boolean): ExportWords {
  const sources = `${facts.claims} and their sources`
  if (external) {
    return {
      includes: [
        `${facts.changes}${facts.halves}, native, authors as “Editor 1, 2”`,
        'Styles, emphasis, links',
      ],
      leavesOut: [facts.names, `${facts.comments}, and who wrote them`, sources, LOG, PATHS],
    }
  }
  return {
    includes: [
      `${facts.changes}${facts.halves}, native, with author and time`,
      `${facts.comments} with replies, resolved as resolved`,
      'Styles, emphasis, links',
    ],
    leavesOut: [sources, LOG, PATHS],
  }
}

function cleanCopy(facts: Facts): ExportWords {
  return {
    includes: ['The final text, as if every change were accepted'],
    leavesOut: [
      'Deleted words and hidden text',
      `${facts.comments}, and who wrote them`,
      `${facts.claims} and their sources`,
      LOG,
      PATHS,
    ],
  }
}

function packet(facts: Facts, external: boolean): ExportWords {
  const shared = [
    'The verdict, the slots and the hashes',
    'The clean text, with line and claim numbers',
    `${facts.claims} with status and sources`,
  ]
  if (external) {
    return {
      includes: [...shared, 'Slots by role, and when they signed', 'The redline, authors as “editor 1, 2”'],
      leavesOut: [facts.names, `${facts.comments}, and who wrote them`, UNNAMED, PATHS],
    }
  }
  return {
    includes: [...shared, `${facts.signatures}, with time and hash`, `${facts.comments}, and the redline`],
    leavesOut: [UNNAMED, PATHS],
  }
}

function redline(facts: Facts, external: boolean): ExportWords {
  const sources = `${facts.claims} and their sources`
  if (external) {
    return {
      includes: [`${facts.changes} in the text, authors as “editor 1, 2”`],
      leavesOut: [facts.names, `${facts.comments}, and who wrote them`, sources, LOG, PATHS],
    }
  }
  return {
    includes: [`${facts.changes} in the text, by author`, `${facts.comments} as margin notes`],
    leavesOut: [sources, LOG, PATHS],
  }
}

export function exportWords(
  kind: ExportKind,
  audience: Audience,
  state: ReviewState,
  people: readonly Person[],
  open: OpenChanges & { readonly isLegal: boolean },
): ExportWords {
  const facts = factsOf(state, people, open)
  const external = audience === 'external'
  switch (kind) {
    case 'docx-review':
      return reviewCopy(facts, external)
    case 'docx-clean':
    case 'pdf-clean':
      return cleanCopy(facts)
    case 'pdf-packet':
      return packet(facts, external)
    case 'pdf-redline':
      return redline(facts, external)
    case 'package':
      return packageWords(audience, state, people, { open: open.asRead, isLegal: open.isLegal })
  }
}

import type { Person } from '../../../shared/model/person.ts'
import type { Audience, ExportKind, ReviewState } from '../../../shared/model/review.ts'
import { counted } from '../../ui/counted.ts'

/** What a file holds and what it leaves out, with counts, so that a desk sees that six names were taken out. */
export type ExportWords = { readonly includes: readonly string[]; readonly leavesOut: readonly string[] }

type Facts = {
  readonly changes: number
  readonly comments: number
  readonly claims: number
  readonly people: number
  readonly signOffs: number
}

function factsOf(state: ReviewState, people: readonly Person[], changes: number): Facts {
  return {
    changes,
    comments: state.threads.length,
    claims: state.claims.length,
    people: people.filter((person) => !person.outside).length,
    signOffs: state.signOffs.length,
  }
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const PATHS = 'File paths, software and user names'

function withoutReview(facts: Facts): readonly string[] {
  return [
    `${sentence(counted(facts.changes, 'open change'))}, taken as accepted`,
    `${sentence(counted(facts.comments, 'comment'))}, and who wrote them`,
    `${sentence(counted(facts.claims, 'claim'))} and their sources`,
    'Deleted words and hidden text',
  ]
}

function internalWords(kind: ExportKind, facts: Facts): ExportWords {
  switch (kind) {
    case 'docx-review':
      return {
        includes: [
          `${sentence(counted(facts.changes, 'tracked change'))}, native, with author and time`,
          `${sentence(counted(facts.comments, 'comment thread'))}, resolved ones as resolved`,
          'Paragraph styles, emphasis, links',
        ],
        leavesOut: [
          `${sentence(counted(facts.claims, 'claim'))} and their sources`,
          'The log and the signatures',
          PATHS,
        ],
      }
    case 'docx-clean':
    case 'pdf-clean':
      return {
        includes: ['The final text, as if all changes were accepted'],
        leavesOut: [...withoutReview(facts), PATHS],
      }
    case 'pdf-packet':
      return {
        includes: [
          'The verdict, the slots and the hashes',
          'The clean text, with line and claim numbers',
          `${sentence(counted(facts.claims, 'claim'))} with status and sources`,
          `${sentence(counted(facts.signOffs, 'signature'))}, with time and hash`,
          `The redline, and ${counted(facts.comments, 'comment')}`,
        ],
        leavesOut: ['Who an unnamed source is: it is stored nowhere', PATHS],
      }
    case 'pdf-redline':
      return {
        includes: [
          `${sentence(counted(facts.changes, 'open change'))} in the text, by author`,
          'Margin notes',
        ],
        leavesOut: [
          `${sentence(counted(facts.claims, 'claim'))} and their sources`,
          'The log and the signatures',
          PATHS,
        ],
      }
    case 'package':
      return {
        includes: ['The whole review, for another desk with Stet', 'The log and the signatures'],
        leavesOut: [PATHS],
      }
  }
}

const SHOWS_REVIEW: readonly ExportKind[] = ['docx-review', 'pdf-packet', 'pdf-redline']

export function exportWords(
  kind: ExportKind,
  audience: Audience,
  state: ReviewState,
  people: readonly Person[],
  openChanges: number,
): ExportWords {
  const facts = factsOf(state, people, openChanges)
  const words = internalWords(kind, facts)
  if (audience !== 'external' || !SHOWS_REVIEW.includes(kind)) return words
  return {
    includes: words.includes
      .filter((line) => !line.includes('comment'))
      .map((line) => line.replace(', with author and time', ', authors as “editor 1, 2”')),
    leavesOut: [
      `Names of desk people, ${facts.people} of them`,
      `${sentence(counted(facts.comments, 'comment'))}, and who wrote them`,
      ...words.leavesOut,
    ],
  }
}

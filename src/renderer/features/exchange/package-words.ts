import type { Purpose } from '../../../shared/contract.ts'
import type { Person, Role } from '../../../shared/model/person.ts'
import type { Audience, ReviewState } from '../../../shared/model/review.ts'
import { counted } from '../../ui/counted.ts'

/** A copy to be kept is made in Export. */
export type Handed = Exclude<Purpose, 'copy'>

/** What a package is handed over for. */
export const PURPOSE_NAMES: Readonly<Record<Handed, string>> = {
  'hand-over': 'Hand over',
  marks: 'Ask for marks',
}

export const PURPOSE_MEANINGS: Readonly<Record<Handed, string>> = {
  'hand-over': 'The right to edit goes with it; this desk reads on, and can take it back with a reason',
  marks: 'They suggest, comment and source; the right to edit stays here, and their marks come back to you',
}

/** The same to whoever gets it. */
export const PURPOSE_RECEIVED: Readonly<Record<Purpose, string>> = {
  'hand-over': 'They hand the story over: the right to edit can be taken here.',
  marks: 'For marks: to suggest, comment and add sources. The right to edit stays where it is.',
  copy: 'A copy, to be read or kept.',
}

/** Why a package is not made for that; null where it can be. Main decides again. */
export function whyNotMade(purpose: Handed, audience: Audience, role: Role | null): string | null {
  if (audience === 'legal' && role !== 'legal') {
    return 'A package for legal holds what is private to it, and is made in the legal role.'
  }
  if (purpose !== 'hand-over') return null
  if (audience === 'external') {
    return 'A package for outside names nobody and cannot carry the right to edit. Choose Internal, or ask for marks.'
  }
  return role === 'reporter'
    ? 'A reporter does not move the right to edit. Ask the desk to hand over, or ask for marks.'
    : null
}

/** What the right to edit is, for whoever reads the word for the first time. */
export const RIGHT_IN_WORDS =
  'Whoever has the right to edit moves the article from step to step, signs, edits untracked and changes its details. Everybody else suggests, comments and adds sources.'

type PackageWords = { readonly includes: readonly string[]; readonly leavesOut: readonly string[] }

const PATHS = 'File paths, software and user names'
const UNNAMED = 'Who an unnamed source is: it is stored nowhere'
const DRAFTS = 'Comments that are written and not sent yet'

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `open`: open changes as an editor counts them. `isLegal`: whoever sits here is told what is private to legal. */
type Told = { readonly open: number; readonly isLegal: boolean }

/** What a package holds and leaves out for an audience, with counts. */
export function packageWords(
  audience: Audience,
  state: ReviewState,
  people: readonly Person[],
  { open, isLegal }: Told,
): PackageWords {
  const legal = state.threads.filter((thread) => thread.audience === 'legal').length
  const shared = [
    `The text, with ${counted(open, 'open change')} and every decision`,
    ...(state.claims.length + state.sources.length === 0
      ? []
      : [
          `${capital(counted(state.claims.length, 'claim'))} and ${counted(state.sources.length, 'source')}${state.waivers.length === 0 ? '' : `, with ${counted(state.waivers.length, 'waiver')}`}`,
        ]),
  ]
  if (audience === 'external') {
    const desk = people.filter((person) => !person.outside).length
    return {
      includes: [...shared, 'Every author as “An editor”'],
      leavesOut: [
        `Names of desk people, ${desk} of them`,
        `${capital(counted(state.threads.length, 'comment'))}, and who wrote them`,
        'Who the sources are, and their files',
        state.signOffs.length === 0
          ? 'The log'
          : `${capital(counted(state.signOffs.length, 'signature'))}, and the log`,
        PATHS,
      ],
    }
  }
  const comments = state.threads.length - (audience === 'legal' ? 0 : legal)
  const all = [
    ...shared,
    ...(comments === 0 ? [] : [`${capital(counted(comments, 'comment'))}, with replies`]),
    ...(state.replies.length === 0
      ? []
      : [`${counted(state.replies.length, 'record')} of the right of reply`]),
    `The log and the saved versions${state.signOffs.length === 0 ? '' : `, and ${counted(state.signOffs.length, 'signature')}`}`,
    'Files of sources, pictures, and who did what',
  ]
  if (audience === 'legal') {
    return { includes: [...all, 'What is private to legal'], leavesOut: [UNNAMED, DRAFTS, PATHS] }
  }
  // Only legal is told how many there are.
  const hidden = isLegal ? `${capital(counted(legal, 'comment'))} of legal` : 'What is private to legal'
  return { includes: all, leavesOut: [hidden, UNNAMED, DRAFTS, PATHS] }
}

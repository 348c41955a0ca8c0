import { z } from 'zod'
import { compilePattern } from '../checks/pattern.ts'
import { claimKind, risk } from './claim.ts'
import { level } from './thread.ts'

/**
 * What the finder and the style check go by is data: resources/checks, which a desk can edit. This file is its
 * grammar; that of a pattern is in checks/pattern.ts. Every text is bounded, so that a file can be no trap.
 */

const MAX_PATTERNS = 400

/** Also the beginning of the name of each proposal (proposal-key.ts). */
const ruleId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'an id of small letters, digits and hyphens')

const pattern = z
  .string()
  .min(1)
  .max(400)
  .superRefine((text, context) => {
    const compiled = compilePattern(text)
    if (compiled.kind === 'mistake') context.addIssue({ code: 'custom', message: compiled.message })
  })
const patterns = z.array(pattern).nonempty().max(MAX_PATTERNS)

/** What a house style may choose. A rule with `when` is in play where all that it names is chosen so. */
const choices = z.strictObject({
  percent: z.enum(['%', 'per cent', 'percent']).optional(),
  country: z.enum(['US', 'U.S.']).optional(),
  quotes: z.enum(['double', 'single']).optional(),
  dash: z.enum(['spaced-en', 'em']).optional(),
  serialComma: z.enum(['yes', 'no']).optional(),
  numerals: z.enum(['from-10']).optional(),
  ending: z.enum(['ise', 'ize']).optional(),
  dates: z.enum(['day-month', 'month-day']).optional(),
  toward: z.enum(['toward', 'towards']).optional(),
  headline: z.enum(['sentence', 'title']).optional(),
})
export type Choices = z.infer<typeof choices>

/** The words that a proposal covers: those that match, or more of their clause or sentence. */
const span = z.enum(['match', 'left', 'right', 'clause', 'sentence'])
export type Span = z.infer<typeof span>

const rule = z.strictObject({
  id: ruleId,
  title: z.string().min(1).max(80),
  /** Shown to the editor: why it is proposed and what can be done. */
  explanation: z.string().min(1).max(400),
  when: choices.optional(),
  /** Nothing is proposed in a sentence that one of these matches too. */
  unless: patterns.optional(),
  span: span.optional(),
})

export const finderRule = rule.extend({
  kind: claimKind,
  risk,
  /** The risk is high in a sentence that one of these matches too. */
  riskier: patterns.optional(),
  patterns,
})
export type FinderRule = z.infer<typeof finderRule>

/** What no pattern can say, and the engine looks for by itself. */
export const BUILT_IN = [
  'double-word',
  'double-space',
  'space-before-mark',
  'space-at-edge',
  'no-space-after-mark',
  'mixed-quotes',
  'unpaired-quotes',
  'single-quotes',
  'double-quotes',
  'hyphen-for-dash',
  'em-dash',
  'spaced-en-dash',
  'long-sentence',
  'long-paragraph',
  'serial-comma',
  'no-serial-comma',
  'numerals',
  'spelling',
  'repeated-phrase',
  'worn-phrase',
  'undefined-acronym',
  'mixed-forms',
  'two-numbers',
  'one-side',
  'no-source',
  'no-date',
  'no-name',
  'no-number',
  'headline-stop',
  'headline-title-case',
  'capitals',
] as const
export type BuiltIn = (typeof BUILT_IN)[number]

/** Ways of writing one thing, of which an article should keep to one: what the check `mixed-forms` compares. */
export const FAMILIES = ['percent', 'country', 'quotes', 'ending', 'toward'] as const
export type Family = (typeof FAMILIES)[number]

/** Exactly one of `patterns`, `swaps` and `check`. */
export const noteRule = rule
  .extend({
    severity: level,
    patterns: patterns.optional(),
    /** What is looked for, and the words for its place. */
    swaps: z.record(pattern, z.string().max(100)).optional(),
    check: z.enum(BUILT_IN).optional(),
    /** Of the check `mixed-forms`: what is compared. Where the house style chooses, every other form is told. */
    forms: z.enum(FAMILIES).optional(),
    /** Of a check that counts: from how many on. */
    limit: z.number().int().min(1).max(1000).optional(),
    /** In play only where a house style turns it on. */
    off: z.literal(true).optional(),
  })
  .refine(
    ({ patterns, swaps, check }) =>
      [patterns, swaps, check].filter((given) => given !== undefined).length === 1,
    'one of patterns, swaps and check is needed, and no more than one',
  )
export type NoteRule = z.infer<typeof noteRule>

function noneTwice(rules: readonly { readonly id: string }[]): boolean {
  return new Set(rules.map(({ id }) => id)).size === rules.length
}
const TWICE = 'a rule stands in it twice'

export const finderFile = z.strictObject({
  rules: z.array(finderRule).nonempty().max(300).refine(noneTwice, TWICE),
})
export const styleFile = z.strictObject({
  rules: z.array(noteRule).nonempty().max(300).refine(noneTwice, TWICE),
})

/** The sheets that a PDF is made for. */
export const PAPERS = ['a4', 'letter'] as const
export type Paper = (typeof PAPERS)[number]

export const profile = z.strictObject({
  title: z.string().min(1).max(80),
  /** The language of its dictionary. */
  dictionary: z.enum(['en-GB', 'en-US']),
  /** What its PDFs are set for; A4 when left out. */
  paper: z.enum(PAPERS).default('a4'),
  choices,
  /** Rules that are not in play, and rules marked `off` that are. */
  without: z.array(ruleId).max(300).default([]),
  with: z.array(ruleId).max(300).default([]),
})
export type Profile = z.infer<typeof profile>

/** What is said of a house style where one is chosen; `id` is the name of its file. */
export const houseStyle = z.object({
  id: z.string(),
  title: profile.shape.title,
  paper: z.enum(PAPERS),
})
export type HouseStyle = z.infer<typeof houseStyle>

/** Everything that one check goes by. Lists are named by their file; an entry is a pattern without lists. */
export const checkBook = z.object({
  lists: z.record(z.string(), z.array(z.string()).readonly()),
  finder: z.array(finderRule).readonly(),
  style: z.array(noteRule).readonly(),
  house: profile,
})
export type CheckBook = z.infer<typeof checkBook>

/** Hunspell's two files as text. */
export const dictionary = z.object({ aff: z.string(), dic: z.string() })
export type Dictionary = z.infer<typeof dictionary>

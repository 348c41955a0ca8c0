import type { CreateRule, Listener } from '../rule.ts'
import { listenTo } from '../rule.ts'
import { CHANGES, MOVE_STARTS } from '../tracked.ts'
import { valueOf } from '../walk.ts'

const SWITCH = /^(?:true|false|0|1|on|off)$/
const NUMBER = /^[+-]?\d+$/
/** Half points, or a length with its unit, as Strict files write it. */
const LENGTH = /^[+-]?\d+(?:\.\d+)?(?:pt|cm|mm|in|pc|pi|%)?$/

const SWITCHES =
  'b bCs i iCs caps smallCaps strike dstrike vanish rtl cs keepNext keepLines tblHeader cantSplit'
const JUSTIFIED =
  /^(?:left|right|center|both|start|end|distribute|numTab|(?:low|medium|high)Kashida|thaiDistribute)$/

/** What a property may say: of those that the text of an article is written with. */
const VALUES: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(SWITCHES.split(' ').map((name) => [`w:${name}`, SWITCH])),
  'w:jc': JUSTIFIED,
  'w:vertAlign': /^(?:baseline|superscript|subscript)$/,
  'w:highlight':
    /^(?:none|black|blue|cyan|green|magenta|red|yellow|white|dark(?:Blue|Cyan|Green|Magenta|Red|Yellow|Gray)|lightGray)$/,
  'w:vMerge': /^(?:continue|restart)$/,
  'w:sz': LENGTH,
  'w:szCs': LENGTH,
  'w:ilvl': NUMBER,
  'w:numId': NUMBER,
  'w:outlineLvl': NUMBER,
  'w:gridSpan': /^\d+$/,
}
const DEFAULTED =
  /^w:(?:vMerge|b|bCs|i|iCs|caps|smallCaps|strike|dstrike|vanish|rtl|cs|keepNext|keepLines|tblHeader|cantSplit)$/

const DATE =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/
const DATES = ['w:date', 'w16du:dateUtc', 'w16cex:dateUtc']

/** Values that the format does not know, and dates that are none. */
export const createValues: CreateRule = (report) => {
  const known: Listener = (frame, part) => {
    const value = valueOf(frame, 'w:val')
    if (value === undefined && DEFAULTED.test(frame.name)) return
    if (!VALUES[frame.name]?.test(value ?? '')) report('value', part, `${frame.name} ${value ?? ''}`)
  }
  const dated: Listener = (frame, part) => {
    for (const name of DATES) {
      const date = valueOf(frame, name)
      if (date !== undefined && !DATE.test(date)) report('date', part, `${frame.name} ${date}`)
    }
  }
  return {
    open: {
      ...listenTo(Object.keys(VALUES), known),
      ...listenTo([...CHANGES, ...MOVE_STARTS, 'w:comment', 'w16cex:commentExtensible'], dated),
    },
  }
}

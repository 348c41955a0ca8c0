import type { HighlightColour } from '../../../shared/document/word-attributes.ts'

/** The six author hues of the interface; each at least 4.5:1 on white. The template reads them with its data. */
export const HUES = ['#1149d6', '#5d240e', '#16684e', '#930d7d', '#6111af', '#4b560c'] as const

/** What a text marker leaves on paper: pale, so that black letters and every author's hue are read on it. */
export const MARKER_TINTS: Readonly<Record<HighlightColour, string>> = {
  yellow: '#fff3a3',
  green: '#d3f5c8',
  cyan: '#cdf3f5',
  magenta: '#fbdcf6',
  blue: '#dbe4fd',
  red: '#fddfdc',
  darkBlue: '#d5dcf0',
  darkCyan: '#d2e8e8',
  darkGreen: '#d7e8d3',
  darkMagenta: '#ecdaec',
  darkRed: '#f0dbd8',
  darkYellow: '#ece6c8',
  darkGray: '#dedede',
  lightGray: '#ebebeb',
  black: '#d8d8d8',
  white: '#ffffff',
}

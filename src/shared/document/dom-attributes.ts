import { isKey } from './word-attributes.ts'
import type { Key } from './word-attributes.ts'

/** Reading the attributes of elements that a document was written to. */

/** Tracking state travels through the DOM whole: ProseMirror reads composed (IME) text back from it. */
export function readJson(dom: HTMLElement, name: string): unknown {
  const text = dom.getAttribute(name)
  if (text === null || text === '') return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** A whole number above nought; null for anything else. */
export function readNumber(dom: HTMLElement, name: string): number | null {
  const value = Number(dom.getAttribute(name) ?? Number.NaN)
  return Number.isInteger(value) && value > 0 ? value : null
}

/** The name of properties in a Word file; null for anything else. */
export function readKey(dom: HTMLElement, name: string): Key | null {
  const key = dom.getAttribute(name)
  return isKey(key) ? key : null
}

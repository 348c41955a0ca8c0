import { attribute, child, elements } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'

const UNDERSTOOD = new Set([
  'wps',
  'wpg',
  'wpc',
  'wp14',
  'w14',
  'w15',
  'a14',
  'v',
  'wpi',
  'am3d',
  'cx',
  'cx1',
  'w16se',
])

/** The branch of an mc:AlternateContent that is read: a Choice whose needs are all known, else the Fallback. */
export function chosenBranch(element: XmlElement): XmlElement | undefined {
  const choice = elements(element).find((branch) => {
    if (branch.name !== 'mc:Choice') return false
    const needs = (attribute(branch, 'Requires') ?? '').split(/\s+/).filter((need) => need !== '')
    return needs.every((need) => UNDERSTOOD.has(need))
  })
  return choice ?? child(element, 'mc:Fallback')
}

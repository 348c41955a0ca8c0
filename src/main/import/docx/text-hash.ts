import { readPackage } from '../../opc/read.ts'
import { createXmlBudget, parseXml } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'

/**
 * The text hash that a Word file of ours carries in its properties: the first 12 hex digits, or null when the file
 * was not written by Stet. Throws a Refusal for what is no package.
 */
export async function readTextHash(bytes: Uint8Array): Promise<string | null> {
  const part = (await readPackage(bytes)).get('docProps/custom.xml')
  if (part === undefined) return null
  const properties = parseXml(part, { budget: createXmlBudget() })
  const property = elements(properties).find((element) => element.attributes.get('name') === 'Text hash')
  const [value] = property === undefined ? [] : elements(property)
  const words = value?.children.filter((child) => typeof child === 'string').join('') ?? ''
  return /^[0-9a-f]{12}$/.test(words) ? words : null
}

function elements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string')
}

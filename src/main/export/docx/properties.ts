import type { Part } from '../../opc/write.ts'
import { document, escapeXml, tag } from '../../opc/xml-write.ts'
import type { WordContent } from './content.ts'
import { utcTime } from './dates.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'

/** docProps: the title and the text hash; never a name of a person or a program's user. */
export function propertyParts(content: WordContent): readonly Part[] {
  return [
    { name: 'docProps/core.xml', data: coreProperties(content) },
    { name: 'docProps/app.xml', data: appProperties() },
    { name: 'docProps/custom.xml', data: customProperties(content) },
  ]
}

function coreProperties(content: WordContent): Uint8Array {
  const at = content.writtenAt
  const time = (name: string): string =>
    at === null ? '' : tag(name, { 'xsi:type': 'dcterms:W3CDTF' }, utcTime(at))
  const namespaces = {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  }
  const title = tag('dc:title', {}, escapeXml(content.title))
  return document(
    tag('cp:coreProperties', namespaces, title, time('dcterms:created'), time('dcterms:modified')),
  )
}

function appProperties(): Uint8Array {
  const namespaces = { xmlns: `${OFFICE}/extended-properties` }
  return document(tag('Properties', namespaces, tag('Application', {}, 'Stet')))
}

function customProperties(content: WordContent): Uint8Array {
  const namespaces = { xmlns: `${OFFICE}/custom-properties`, 'xmlns:vt': `${OFFICE}/docPropsVTypes` }
  // The format id of user-defined properties (ECMA-376 part 1, 22.3.2.2).
  const attributes = { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: 2, name: 'Text hash' }
  const hash = tag('property', attributes, tag('vt:lpwstr', {}, escapeXml(content.textHash)))
  return document(tag('Properties', namespaces, content.textHash === '' ? '' : hash))
}

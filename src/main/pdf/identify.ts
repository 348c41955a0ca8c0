import type { PdfFile } from './file.ts'
import { dictionary, isDictionary, isReference, name, text } from './objects.ts'
import type { PdfReference } from './objects.ts'
import { NotPdf } from './parse.ts'

/** What every finished file of ours says of itself: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). */
export function identify(file: PdfFile): void {
  const root = rootOf(file)
  const catalog = file.dictionary(root)
  const metadata = catalog.entries.get('Metadata')
  if (!isReference(metadata)) throw new NotPdf('The file has no metadata.')
  const { entries, bytes } = file.stream(metadata.number)
  file.replaceStream(
    metadata.number,
    entries,
    Buffer.from(withClaims(Buffer.from(bytes).toString('utf8'))),
    false,
  )
  const preferences = catalog.entries.get('ViewerPreferences')
  const shown = isDictionary(preferences) ? preferences : dictionary()
  // The title, and not the name of the file, in the bar of the window: PDF/UA-1, 7.1.
  shown.entries.set('DisplayDocTitle', true)
  catalog.entries.set('ViewerPreferences', shown)
  const profile = colourProfile(file)
  if (profile) catalog.entries.set('OutputIntents', [intent(profile)])
  file.put(root, catalog)
}

export function rootOf(file: PdfFile): number {
  const root = file.trailer.entries.get('Root')
  if (!isReference(root)) throw new NotPdf('The file has no catalogue.')
  return root.number
}

/**
 * PDF/A knows the properties of PDF/UA only where their schema is described beside them (ISO 19005-3, 6.6.2.3.3), and
 * takes each description of a namespace once.
 */
const CLAIMS = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part></rdf:Description><rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`

function withClaims(xmp: string): string {
  const end = xmp.lastIndexOf('</rdf:RDF>')
  if (end < 0 || xmp.includes('pdfaid:')) throw new NotPdf('The metadata of the file is not as expected.')
  return xmp.slice(0, end) + CLAIMS + xmp.slice(end)
}

/** The ICC profile of the colours on the pages, which is the one that annotations mean as well. */
function colourProfile(file: PdfFile): PdfReference | null {
  const space = file.find(/^\[\s*\/ICCBased\s+\d+ 0 R\s*\]$/)
  const value = space === null ? null : file.get(space)
  const profile = Array.isArray(value) ? value[1] : null
  if (!isReference(profile)) return null
  return file.stream(profile.number).entries.entries.get('N') === 3 ? profile : null
}

function intent(profile: PdfReference) {
  return dictionary({
    Type: name('OutputIntent'),
    S: name('GTS_PDFA1'),
    OutputConditionIdentifier: text('sRGB'),
    Info: text('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  })
}

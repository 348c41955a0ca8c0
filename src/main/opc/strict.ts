/**
 * Strict OOXML names the same words by other addresses. What we write is Transitional, so that raw slices of a Strict
 * file may only be kept once their addresses are those of Transitional: namespaces and types of relations.
 */
const STRICT = 'http://purl.oclc.org/ooxml/'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/'

/** Longer addresses before those that they begin with. From Annex A of ISO/IEC 29500-4. */
const TRANSITIONAL: readonly (readonly [strict: string, transitional: string])[] = [
  ['wordprocessingml/main', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['spreadsheetml/main', 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'],
  ['presentationml/main', 'http://schemas.openxmlformats.org/presentationml/2006/main'],
  ['schemaLibrary/main', 'http://schemas.openxmlformats.org/schemaLibrary/2006/main'],
  [
    'officeDocument/relationships/metadata/core-properties',
    `${OFFICE}relationships/metadata/core-properties`,
  ],
  ['officeDocument/relationships/extendedProperties', `${OFFICE}relationships/extended-properties`],
  ['officeDocument/relationships/customProperties', `${OFFICE}relationships/custom-properties`],
  ['officeDocument/relationships', `${OFFICE}relationships`],
  ['officeDocument/extendedProperties', `${OFFICE}extended-properties`],
  ['officeDocument/customProperties', `${OFFICE}custom-properties`],
  ['officeDocument/', OFFICE],
  ['drawingml/', DRAWING],
]

/** The text of a part with Transitional addresses; the same text where it is not Strict. */
export function toTransitional(text: string): string {
  if (!text.includes(STRICT)) return text
  // What the root of the main part says of itself is no longer so.
  const unsaid = text.replace(/(<[^<>]*?)\s[\w.-]+:conformance=(["'])strict\2/, '$1')
  return unsaid.replace(
    /(["'])(http:\/\/purl\.oclc\.org\/ooxml\/[^"'\s<>]*)\1/g,
    (whole, quote: string, uri: string) => {
      const name = uri.slice(STRICT.length)
      const found = TRANSITIONAL.find(([strict]) => name.startsWith(strict))
      return found ? `${quote}${found[1]}${name.slice(found[0].length)}${quote}` : whole
    },
  )
}

import { isSafeHref } from '../../../shared/document/attributes.ts'

/** The address that was meant: "example.org/a" is one of the web, "desk@example.org" one of a letter. Null for none. */
export function addressOf(typed: string): string | null {
  const words = typed.trim()
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(words)
  const isLetter = /^[^\s/@:]+@[^\s/@:]+\.[^\s/@]+$/.test(words)
  const isSite = /^[^\s/@:]+\.[^\s/@:]+(?::\d+)?(?:[/?#]\S*)?$/.test(words)
  if (isLetter) return valid(`mailto:${words}`)
  if (isSite) return valid(`https://${words}`)
  return hasScheme ? valid(words) : null
}

function valid(href: string): string | null {
  return isSafeHref(href) ? href : null
}

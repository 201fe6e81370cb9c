import type { RegionalFormats } from '../../../preload/contract/index.ts'

type System = {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  /** `app.getSystemLocale()`: on Windows and macOS the regional format, on Linux the language. */
  readonly systemLocale: string
}

/**
 * The formats of dates, numbers and amounts that the user has chosen for the system. On Linux the categories of POSIX:
 * LC_ALL before LC_TIME, LC_NUMERIC and LC_MONETARY, and those before LANG; ICU itself reads none but LC_ALL and LANG.
 * Not checked whether ICU supports them, as it takes ten milliseconds to list what it does; `words/format.ts` falls back.
 */
export function regionalFormats({ platform, env, systemLocale }: System): RegionalFormats {
  const category = (name: string): string | null => posixTag(env.LC_ALL || env[name] || env.LANG || '')
  if (platform === 'linux')
    return { times: category('LC_TIME'), numbers: category('LC_NUMERIC'), money: category('LC_MONETARY') }
  const tag = appleOrWindowsTag(systemLocale)
  return { times: tag, numbers: tag, money: tag }
}

const scripts: Readonly<Record<string, string>> = { latin: 'Latn', cyrillic: 'Cyrl', devanagari: 'Deva' }

/** "sr_RS.UTF-8@latin" is "sr-Latn-RS". "C" and "POSIX" name no language or region. */
function posixTag(locale: string): string | null {
  const [, language, region, modifier = ''] =
    /^([a-z]{2,3})_([A-Z]{2})(?:\.[^@]*)?(?:@(\w+))?$/.exec(locale) ?? []
  return tagOf([language, scripts[modifier], region])
}

/** The region that macOS names apart, as in "en_US@rg=dezzzz", is the one whose formats are chosen. */
function appleOrWindowsTag(locale: string): string | null {
  const [base = '', keywords = ''] = locale.replaceAll('_', '-').split(/@|-u-/)
  const chosenRegion = /\brg[=-]([a-z]{2})z{4}\b/i.exec(keywords)?.[1]
  const [language, ...rest] = base.split('-')
  const script = rest.find((part) => part.length === 4)
  return tagOf([language, script, chosenRegion?.toUpperCase() ?? rest.find((part) => part.length < 4)])
}

function tagOf(parts: readonly (string | undefined)[]): string | null {
  const tag = parts.filter((part) => part).join('-')
  try {
    return Intl.getCanonicalLocales(tag === '' ? [] : tag)[0] ?? null
  } catch {
    return null
  }
}

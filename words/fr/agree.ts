/** An adjective after an amount: singular below two dollars. « 1,50 $ disponible », « 12,00 $ disponibles » */
export const agree = (amount: string, singular: string): string =>
  `${amount} ${/^(moins|−?[01],)/.test(amount) ? singular : `${singular}s`}`

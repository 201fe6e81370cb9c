import type { Phrase } from '../phrase.ts'

export const topUp = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  done: 'Fertig',
  tryAgain: 'Erneut versuchen',
  amount: 'Betrag',
  askedAt: 'Angefragt',
  asked: (when: string, age: string) => `${when}, ${age}`,
  reference: 'Referenz',
  billing: 'Abrechnung',
  openBilling: 'Abrechnung öffnen',

  choose: {
    title: <T>(organisation: T): Phrase<T> => [organisation, ' aufladen'],
    spendable: (amount: string) => `Jetzt verfügbar: ${amount}`,
    other: 'Oder ein anderer Betrag',
    between: (least: string, most: string) => `${least} bis ${most}`,
    worth: {
      lessThanADay: 'Reicht weniger als einen Tag.',
      moreThanTwoMonths: 'Reicht mehr als zwei Monate.',
      about: (days: string, one: boolean) => (one ? 'Reicht etwa einen Tag.' : `Reicht etwa ${days} Tage.`),
    },
    limit: (amount: string) => `Ihre Grenze für heute: ${amount}.`,
    next: 'Weiter',
    wrong: {
      'not-an-amount': (least: string, most: string) =>
        `Einen Betrag von ${least} bis ${most} eingeben, zum Beispiel 25 oder 12,50.`,
      'too-little': (least: string) => `Das Mindeste ist ${least}.`,
      'too-much': (most: string) =>
        `Parallel nimmt höchstens ${most} auf einmal an. Mehr geht über die Abrechnung in der Konsole.`,
      'over-limit': (left: string) =>
        `Ihre eigene Grenze lässt heute noch ${left} zu. Sie ist unter „Optionen“ eingestellt.`,
      'limit-reached': 'Ihre eigene Grenze für heute ist ausgeschöpft. Sie ist unter „Optionen“ eingestellt.',
    },
  },

  confirm: {
    title: (amount: string) => `${amount} jetzt abbuchen?`,
    explained: 'Das lässt sich hier nicht rückgängig machen.',
    organisation: 'Organisation',
    paidWith: 'Bezahlt mit',
    card: 'ihrer Standardkarte, sofort',
    after: 'Danach verfügbar',
    about: (amount: string) => `etwa ${amount}`,
    charge: 'Abbuchen',
    act: (amount: string) => `${amount} abbuchen`,
    busy: 'Wird abgebucht',
  },

  charging: {
    title: (amount: string) => `Abbuchung von ${amount} läuft…`,
    explained: 'Parallel Tray kann ausgeblendet werden; das Ergebnis bleibt.',
  },

  unknown: {
    title: (amount: string) => `Noch nicht bekannt, ob ${amount} abgebucht wurden`,
    lost: 'Die Antwort kam nicht an. Parallel Tray fragt mit derselben Referenz erneut, also ist ',
    notTwice: 'eine doppelte Abbuchung ausgeschlossen.',
    nextTry: 'Nächster Versuch',
    in: (wait: string) => `in ${wait}`,
    now: 'jetzt',
    byItself: (until: string) =>
      `Das läuft bis ${until} von selbst weiter, auch bei geschlossenem Fenster. Bis zur Klärung wird keine andere Aufladung angeboten.`,
    act: 'Jetzt erneut fragen',
    asking: 'Wird gefragt',
  },

  later: {
    title: (amount: string) => `Nicht bekannt, ob ${amount} abgebucht wurden`,
    restarted:
      'Vor der Antwort endete Parallel Tray oder die Anmeldung. „Jetzt klären“ sendet dieselbe Anfrage erneut: Wurde schon abgebucht, geschieht nichts; wenn nicht, wird jetzt abgebucht.',
    stopped:
      'Es kam keine Antwort. „Jetzt klären“ sendet dieselbe Anfrage erneut: Wurde schon abgebucht, geschieht nichts; wenn nicht, wird jetzt abgebucht.',
    act: 'Jetzt klären',
    asking: 'Wird geklärt',
  },

  tooOld: {
    title: (amount: string) => `Nicht bekannt, ob ${amount} abgebucht wurden`,
    explained:
      'Für eine sichere erneute Anfrage ist es zu lange her. Die Abrechnung in der Konsole zeigt, ob die Abbuchung erfolgt ist.',
    putAway: 'Geprüft, weglegen',
    puttingAway: 'Wird weggelegt',
  },

  added: {
    title: (amount: string) => `${amount} aufgeladen`,
    explained: (when: string) => `${when} von der Standardkarte abgebucht.`,
    now: 'Jetzt verfügbar',
    charged: 'Abgebucht',
    pace: (left: string) => `${left} beim Tempo dieser Woche.`,
  },

  declined: {
    title: 'Die Karte wurde abgelehnt',
    explained:
      'Nichts wurde abgebucht. Den Grund kennen Ihre Bank oder die Karteneinstellungen bei Parallel.',
    act: 'Karteneinstellungen',
  },

  notCharged: {
    title: (amount: string) => `${amount} nicht abgebucht`,
    tried: 'Versucht',
    at: (amount: string, when: string) => `${amount}, ${when}`,
    says: 'Parallel meldet',
  },

  notAllowed: {
    title: 'Aufladen ist noch nicht erlaubt',
    explained: <T>(organisation: T): Phrase<T> => [
      'Diese Anmeldung bei ',
      organisation,
      ' darf kein Guthaben aufladen. Eine kurze Anmeldung im Browser kann es erlauben; sonst ändert sich nichts.',
    ],
    notNow: 'Nicht jetzt',
    act: 'Erlauben…',
  },

  invoice: {
    title: 'Es gibt nichts aufzuladen',
  },

  signedOut: {
    title: 'Zum Aufladen erneut anmelden',
    explained: 'Ohne Anmeldung kann nichts abgebucht werden.',
  },
}
